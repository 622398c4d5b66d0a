import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from './testing/programs.ts';

describe('loads', () => {
  it('LA50: concurrency is rate times duration', () => {
    expect(printed(`
      const account = new Account();
      const seen = await account.load(account.function({ name: 'f', duration: 500 }), { rate: 100, seconds: 10 });
      console.log(seen.Invocations, seen.ConcurrentExecutions, seen.coldStarts);
    `)).toEqual(['1000 50 50']);
  });

  it('LA51: jitter from a seed is the same each time, and another seed is another day', () => {
    const program = (seed: number) => `
      const account = new Account();
      const seen = await account.load(account.function({ name: 'f', init: 400, duration: 500 }), { rate: 100, seconds: 10, jitter: ${seed} });
      console.log(seen.requests, seen.ConcurrentExecutions, seen.coldStarts);
    `;
    expect(printed(program(1))).toEqual(printed(program(1)));
    expect(printed(program(1))).not.toEqual(printed(program(2)));
  });

  it('LA52: at one instant, what ends comes before what arrives', () => {
    expect(printed(`
      const account = new Account();
      const seen = await account.load(account.function({ name: 'f', duration: 10 }), { rate: 100, seconds: 1 });
      console.log(seen.ConcurrentExecutions, seen.coldStarts);
    `)).toEqual(['1 1']);
  });

  it('LA53: a handler that sleeps and a function that lasts give the same figures', () => {
    const figures = (body: string) => printed(`
      const account = new Account();
      const fn = account.function({ name: 'f', init: 300, reserved: 12, provisioned: 5, ${body} });
      const seen = await account.load(fn, { rate: 40, seconds: 5, jitter: 7 });
      console.log(seen.Invocations, seen.Throttles, seen.coldStarts, seen.ProvisionedConcurrencySpilloverInvocations, Math.round(seen.latency.average));
      console.log(seen.series.length, seen.series.at(-1)?.onDemand);
    `);
    expect(figures('duration: 250')).toEqual(figures('handler: async () => { await sleep(250); }'));
  });

  it('LA54: a load of a function that only takes time has one order', () => {
    expect(explored(`
      const account = new Account();
      const fn = account.function({ name: 'f', duration: 250, reserved: 5 });
      console.log((await account.load(fn, { rate: 100, seconds: 10 })).Throttles);
    `)).toMatchObject({ orders: 1, complete: true });
  });

  it('LA54: two loads of different functions have one order, too', () => {
    expect(explored(`
      const account = new Account({ concurrency: 10 });
      const [a, b] = [account.function({ name: 'a', duration: 250 }), account.function({ name: 'b', duration: 350 })];
      const seen = await Promise.all([account.load(b, { rate: 30, seconds: 2 }), account.load(a, { rate: 30, seconds: 2 })]);
      console.log(seen.map((one) => one.Throttles).join(' '));
    `)).toMatchObject({ orders: 1, complete: true });
  });

  it('LA55: what was turned away is neither an invocation nor an error', () => {
    expect(printed(`
      const account = new Account();
      const seen = await account.load(account.function({ name: 'f', duration: 1000, reserved: 5 }), { rate: 10, seconds: 2 });
      console.log(seen.requests, seen.Invocations, seen.Throttles, seen.Errors);
    `)).toEqual(['20 10 10 0']);
  });

  it('LA56: the series says at each change how many are in which state, and ends with none', () => {
    expect(printed(`
      const account = new Account();
      const fn = account.function({ name: 'f', init: 100, duration: 200, provisioned: 1 });
      const { series } = await account.load(fn, { rate: 2, seconds: 1 });
      const again = await account.load(fn, { rate: 20, seconds: 0.1 });
      console.log(series);
      for (const point of again.series) console.log(point);
    `)).toEqual([
      '[{ at: 0, initializing: 0, onDemand: 0, provisioned: 1 }, { at: 200, initializing: 0, onDemand: 0, provisioned: 0 }, { at: 500, initializing: 0, onDemand: 0, provisioned: 1 }, { at: 700, initializing: 0, onDemand: 0, provisioned: 0 }]',
      '{ at: 700, initializing: 0, onDemand: 0, provisioned: 1 }',
      '{ at: 750, initializing: 1, onDemand: 0, provisioned: 1 }',
      '{ at: 850, initializing: 0, onDemand: 1, provisioned: 1 }',
      '{ at: 900, initializing: 0, onDemand: 1, provisioned: 0 }',
      '{ at: 1050, initializing: 0, onDemand: 0, provisioned: 0 }',
    ]);
  });

  it('LA56: the totals say at each instant how many cold starts, throttles and errors there had been', () => {
    expect(printed(`
      const fn = new Account().function({ name: 'f', init: 100, duration: 200, timeout: 150, reserved: 1 });
      const { counts } = await new Account().load(fn, { rate: 10, seconds: 0.4 });
      for (const point of counts) console.log(point);
    `)).toEqual([
      '{ at: 0, coldStarts: 1, throttles: 0, errors: 0 }',
      '{ at: 100, coldStarts: 1, throttles: 1, errors: 0 }',
      '{ at: 200, coldStarts: 1, throttles: 2, errors: 0 }',
      '{ at: 250, coldStarts: 1, throttles: 2, errors: 1 }',
      '{ at: 300, coldStarts: 2, throttles: 2, errors: 1 }',
      '{ at: 450, coldStarts: 2, throttles: 2, errors: 2 }',
    ]);
  });

  it('LA53: events of a load are tried again as single events are, with a handler and without', () => {
    const figures = (body: string) => printed(`
      const account = new Account({ duplicates: 0 });
      const fn = account.function({ name: 'f', reserved: 2, maxEventAge: 60_000, ${body} });
      const seen = await account.load(fn, { rate: 10, seconds: 2, type: 'Event' });
      const { Invocations, Throttles, AsyncEventsReceived, AsyncEventAge, AsyncEventsDropped, queue } = fn.metrics();
      console.log(Invocations, Throttles, AsyncEventsReceived, AsyncEventAge.max, AsyncEventsDropped, Math.max(...queue.map((one) => one.waiting)), queue.at(-1)?.waiting);
      console.log(seen.Invocations === Invocations, seen.Throttles === Throttles, seen.latency.average);
    `);
    expect(figures('duration: 950')).toEqual(figures('handler: async () => { await sleep(950); }'));
    expect(figures('duration: 950')[0]).toMatch(/^20 [1-9]\d+ 20 [1-9]\d+ 0 [1-9]\d* 0$/);
    expect(figures('duration: 30_000')[0]).toMatch(/ 20 \d+ [1-9]\d* \d+ 0$/);
  });

  it('LA57: loads share the account, and requests beside a load see it', () => {
    expect(printed(`
      const account = new Account({ concurrency: 100 });
      const [a, b] = [account.function({ name: 'a', duration: 5000 }), account.function({ name: 'b', duration: 5000 })];
      const loads = Promise.all([account.load(a, { rate: 60, seconds: 1 }), account.load(b, { rate: 60, seconds: 1 })]);
      await sleep(2000);
      console.log((await a.invoke()).status);
      const [seenA, seenB] = await loads;
      console.log(seenA.Invocations + seenB.Invocations, seenA.Throttles + seenB.Throttles);
      console.log((await a.invoke()).status);
    `)).toEqual(['429', '100 20', '200']);
  });

  it('LA58: a thousand tasks under a handler, and a hundred thousand without, stay within the steps of a run', () => {
    expect(printed(`
      const account = new Account();
      const fn = account.function({ name: 'f', init: 300, handler: async () => { await sleep(100); } });
      console.log((await account.load(fn, { rate: 100, seconds: 10 })).Invocations);
    `)).toEqual(['1000']);
    const { trace, output } = ran(`
      const account = new Account();
      const fn = account.function({ name: 'f', init: 300, duration: 100 });
      console.log((await account.load(fn, { rate: 1000, seconds: 100, jitter: 3 })).requests > 99_000);
    `);
    expect(output).toEqual(['true']);
    expect(trace.events.length).toBeLessThan(20);
  });

  it('LA59: a load that asks for nothing, or for too much, is refused', () => {
    const program = (options: string) => `const account = new Account(); await account.load(account.function({ name: 'f' }), ${options});`;
    expect(ran(program('{ rate: 0, seconds: 1 }')).end).toBe('error: RangeError: a load needs a rate and a number of seconds above 0');
    expect(ran(program('{ rate: 1e6, seconds: 10 }')).end).toMatch(/more than the model takes/);
  });
});
