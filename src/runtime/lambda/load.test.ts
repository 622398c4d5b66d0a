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

  it('LA64: a queue is sent messages at a rate, with a seed or without; what becomes of them, its figures say', () => {
    const sent = (options: string) => printed(`
      const account = new Account({ duplicates: 0 });
      const orders = account.queue({ name: 'orders' });
      const seen = await account.load(orders, { rate: 10, seconds: 2, ${options} });
      const [first] = await orders.receive();
      console.log(seen.NumberOfMessagesSent, seen.ApproximateNumberOfMessagesVisible, Math.round(now()), first!.body, seen.series.at(-1)!.waiting);
    `);
    expect(sent('')).toEqual(['20 20 1900 0 20']);
    expect(sent('body: (n) => ({ n })')).toEqual(['20 20 1900 {"n":0} 20']);
    const [once, again, other] = ['jitter: 3', 'jitter: 3', 'jitter: 4'].map((options) => sent(options)[0]);
    expect([again, other === once]).toEqual([once, false]);
  });

  it('LA64: in a FIFO queue each is a message of its own, in the group that groupId names, in a second load too', () => {
    expect(printed(`
      const account = new Account();
      const orders = account.queue({ name: 'orders.fifo', fifo: true });
      const pace = { rate: 2, seconds: 2, body: () => 'tea', groupId: (n: number) => 'g' + (n % 2) };
      await account.load(orders, pace);
      console.log((await account.load(orders, pace)).ApproximateNumberOfMessagesVisible);
    `)).toEqual(['8']);
  });

  it('LA65: a stream and a table are given records, spread over the shards or under one key, and a reader who is too slow falls behind', () => {
    const ages = (make: string, rest: string) => printed(`
      const account = new Account({ duplicates: 0 });
      const source = ${make};
      const count = account.function({ name: 'count', duration: 400 });
      count.addEventSource(source, { batchSize: 1 });
      await account.load(source, { rate: 5, seconds: 2${rest} });
      await account.drain();
      console.log(count.metrics().Invocations, count.metrics().IteratorAge.max);
    `);
    // Ten records, 200 ms apart, each of which takes 400 ms: the last waits for 9 × 200 ms.
    expect(ages("account.stream({ name: 's' })", '')).toEqual(['10 1800']);
    expect(ages("account.table<number>({ name: 't' })", '')).toEqual(['10 1800']);
    expect(ages("account.stream({ name: 's', shards: 4 })", ", key: () => 'one'")).toEqual(['10 1800']);
    expect(Number(ages("account.stream({ name: 's', shards: 4 })", '')[0]?.split(' ')[1])).toBeLessThan(1800);
  });

  it('LA66: a series is one rate after the other, with pauses, for functions, queues and streams', () => {
    const series = 'series: [{ rate: 2, seconds: 1 }, { rate: 0, seconds: 10 }, { rate: 4, seconds: 1 }]';
    expect(printed(`
      const account = new Account({ concurrency: 1000 });
      const fn = account.function({ name: 'f', duration: 10 });
      const { requests, counts, series } = await account.load(fn, { ${series} });
      console.log(requests, series.filter((point) => point.initializing + point.onDemand === 1).map((point) => point.at).join(' '));
    `)).toEqual(['6 0 500 11000 11250 11500 11750']);
    expect(printed(`
      const account = new Account();
      const queue = account.queue({ name: 'q' });
      console.log((await account.load(queue, { ${series} })).series.map(({ at }) => at).join(' '));
    `)).toEqual(['0 500 11000 11250 11500 11750']);
    const end = (options: string) => ran(`const account = new Account(); await account.load(account.queue({ name: 'q' }), ${options});`).end;
    expect(end('{ rate: 1, seconds: 1, series: [] }')).toMatch(/TypeError: a load takes a rate and seconds, or a series of them, not both/);
    expect(end('{ series: [{ rate: 1 }] as any }')).toMatch(/TypeError: series takes a list of rates, each for some seconds, not/);
    expect(end('{ series: [{ rate: 0, seconds: 1 }] }')).toMatch(/RangeError: in a series, one rate at least is above 0/);
  });

  it('LA67: a load into a queue has the orders that sending its messages one by one has', () => {
    const program = (send: string) => `
      const account = new Account({ duplicates: 0 });
      const queue = account.queue({ name: 'q' });
      const fn = account.function({ name: 'f', handler: async (event: any) => { console.log(event.Records.map((one: any) => one.body).join()); } });
      fn.addEventSource(queue, { batchSize: 2 });
      ${send}
      await account.drain();
    `;
    const loaded = explored(program('await account.load(queue, { rate: 10, seconds: 0.2 });'));
    const single = explored(program("await queue.send('0'); await sleep(100); await queue.send('1');"));
    expect(loaded.outcomes).toEqual(single.outcomes);
    expect(loaded).toMatchObject({ races: 0, complete: true });
  });

  it('LA59: a load that asks for nothing, or for too much, is refused', () => {
    const program = (options: string) => `const account = new Account(); await account.load(account.function({ name: 'f' }), ${options});`;
    expect(ran(program('{ rate: 0, seconds: 1 }')).end).toBe('error: RangeError: a load needs a rate and a number of seconds above 0');
    expect(ran(program('{ rate: 1e6, seconds: 10 }')).end).toMatch(/more than the model takes/);
  });
});
