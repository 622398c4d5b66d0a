import { describe, expect, it } from 'vitest';
import { ran } from './testing/programs.ts';

const measuredBy = (text: string) => ran(text).trace.measured ?? [];

describe('what an account measures, for the plots of a page', () => {
  it('LA150 each function that was called says what it saw, and under what load', () => {
    const [api, ...more] = measuredBy(`
      const account = new Account({ concurrency: 1000 });
      const api = account.function({ name: 'api', reserved: 20, duration: 250 });
      account.function({ name: 'idle' });
      await account.load(api, { rate: 100, seconds: 2, jitter: 3 });
    `);
    expect(more).toEqual([]);
    expect(api).toMatchObject({ kind: 'function', name: 'api', note: '100 a second for 2 s, seed 3', numbers: { requests: { ConcurrentExecutions: 20 } } });
    expect(Math.max(...(api?.series['concurrency'] ?? []).map((point) => (point['onDemand'] ?? 0) + (point['initializing'] ?? 0)))).toBe(20);
  });

  it('LA150 a queue says how much waited in it, and since when', () => {
    const measured = measuredBy(`
      const account = new Account({ concurrency: 1000 });
      const orders = account.queue({ name: 'orders' });
      account.queue({ name: 'empty' });
      await orders.send('tea');
      await sleep(50);
      await orders.receive();
    `);
    expect(measured).toMatchObject([{ kind: 'queue', name: 'orders', series: { backlog: [{ at: 0, waiting: 1, oldest: 0 }, { at: 50, waiting: 0, inFlight: 1 }] } }]);
  });

  it('LA150 a queue and a function say under which load they were: what was sent to them, and to what they read', () => {
    const measured = measuredBy(`
      const account = new Account({ concurrency: 1000, duplicates: 0 });
      const count = account.function({ name: 'count', duration: 50 });
      const [orders, clicks] = [account.queue({ name: 'orders' }), account.stream({ name: 'clicks' })];
      count.addEventSource(orders);
      count.addEventSource(clicks);
      await account.load(orders, { rate: 10, seconds: 1, jitter: 7 });
      await account.load(clicks, { series: [{ rate: 1, seconds: 2 }, { rate: 5, seconds: 1 }] });
      await account.drain();
    `);
    expect(measured.map(({ kind, name, note }) => `${kind} ${name}: ${note}`).toSorted()).toEqual([
      'function count: orders, 10 a second for 1 s, seed 7; clicks, 1 a second for 2 s, 5 a second for 1 s',
      'queue orders: 10 a second for 1 s, seed 7',
    ]);
    const count = measured.find(({ kind }) => kind === 'function');
    expect(Object.keys(count?.series ?? {})).toEqual(['concurrency', 'counts', 'iteratorAges']);
    expect(count?.numbers['iteratorAge']?.['count']).toBeGreaterThan(0);
  });

  it('LA151 a long series keeps its peak, and has no more points than a picture can show', () => {
    const [api] = measuredBy(`
      const account = new Account({ concurrency: 1000 });
      const api = account.function({ name: 'api', duration: 500 });
      await account.load(api, { rate: 100, seconds: 100, jitter: 1 });
    `);
    const points = api?.series['concurrency'] ?? [];
    expect(points.length).toBeLessThanOrEqual(1000);
    expect(Math.max(...points.map((point) => (point['onDemand'] ?? 0) + (point['initializing'] ?? 0)))).toBe(api?.numbers['requests']?.['ConcurrentExecutions']);
  });
});
