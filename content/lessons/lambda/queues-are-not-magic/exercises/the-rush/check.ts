import { check } from 'happens-before/check';
import { Account, now, sleep } from 'happens-before/lambda';
import type { SqsEvent } from 'happens-before/lambda';
import type * as Answer from './solution';

const TIMEOUT = 10_000;

/** A shop whose queue and mapping are set by the answer. */
function open({ config }: typeof Answer, concurrency = 1000) {
  const { batchSize, maxConcurrency, visibilityTimeout } = config;
  const account = new Account({ concurrency, duplicates: 0 });
  const dead = account.queue({ name: 'dead' });
  const orders = account.queue({
    name: 'orders',
    visibilityTimeout,
    deadLetterQueue: { queue: dead, maxReceiveCount: 3 },
  });
  const days = account.table<number>({ name: 'days' });
  const pack = account.function({
    name: 'pack',
    timeout: TIMEOUT,
    handler: async ({ Records }: SqsEvent) => {
      await sleep(Records.length * 970);
      if (Records[0]?.body === 'fails once') {
        const tries = await days.update('tries', (n = 0) => n + 1);
        if (tries === 1) throw new Error('no tape');
      }
    },
  });
  pack.addEventSource(orders, {
    batchSize,
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
  });
  return { account, dead, orders, pack };
}

/** Sends so many a second, as customers come. */
async function arrive(
  { orders, account }: ReturnType<typeof open>,
  rate: number,
  count: number,
) {
  for (let sent = 0; sent < count; sent++) {
    await orders.send(`order ${sent}`);
    // Whole microseconds: the last digit of a logarithm differs between browsers.
    await sleep(Math.round((-Math.log(1 - Math.random()) * 1e6) / rate) / 1e3);
  }
  await account.drain();
}

/** How long the last order to be taken had waited. */
function slowest({ orders }: ReturnType<typeof open>) {
  const { series } = orders.metrics();
  const waits = series.map(({ at, oldest = at }, i) =>
    (series[i + 1]?.at ?? at) - oldest,
  );
  return Math.round(Math.max(...waits) / 1000);
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a usual minute',
      async play(answer) {
        const shop = open(answer);
        await arrive(shop, 2, 25);
        return { 'seconds before the slowest': slowest(shop) };
      },
      limits: { 'seconds before the slowest': { atMost: 4 } },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'the rush',
      async play(answer) {
        const shop = open(answer);
        await arrive(shop, 10, 40);
        const seen = shop.pack.metrics();
        return {
          'seconds before the slowest': slowest(shop),
          'at once': seen.ConcurrentExecutions,
          invocations: seen.Invocations,
          'given up': await dead(shop),
        };
      },
      limits: {
        'seconds before the slowest': { atMost: 5 },
        'at once': { atMost: 6 },
        invocations: { atMost: 30 },
        'given up': { atMost: 0 },
      },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'the account is full for a while',
      async play(answer) {
        const shop = open(answer, 10);
        const others = shop.account.function({
          name: 'others',
          duration: 100_000,
        });
        const hog = shop.account.load(others, {
          rate: 1000,
          seconds: 0.01,
        });
        await sleep(100);
        await arrive(shop, 1, 1);
        await hog;
        return { 'given up': await dead(shop) };
      },
      limits: { 'given up': { atMost: 0 } },
      timers: 'patient',
      seeds: [1],
    },
    {
      name: 'one order fails once',
      async play(answer) {
        const shop = open(answer);
        await shop.orders.send('fails once');
        await shop.account.drain();
        return {
          'seconds until it is packed': Math.round(now() / 1000),
        };
      },
      limits: { 'seconds until it is packed': { atMost: 90 } },
      timers: 'patient',
    },
  ],
  mistakes: {
    refused: {
      verdict: 'error',
      message: /visibility timeout/i,
      say: 'AWS refuses this one: a message would come back while the function may still be at it.',
    },
    'needs-a-window': {
      verdict: 'error',
      message: /batch window/,
      say: 'AWS refuses this one: a batch of more than ten needs a window in which to gather.',
    },
    'no-ceiling': {
      verdict: 'wrong-result',
      scene: 'the rush',
      code: /^(?![\s\S]*maxConcurrency: \d)/,
      say: 'Pollers become more for as long as there is something to do, and the packing tables do not. Say how many batches may be under way at once.',
    },
    'too-many': {
      verdict: 'wrong-result',
      scene: 'the rush',
      got: ['at once', 'invocations'],
      say: 'More at once than there are packing tables, and each order in an invocation of its own.',
    },
    'a-seventh-table': {
      verdict: 'wrong-result',
      scene: 'the rush',
      got: ['at once'],
      say: 'More batches are under way than there are packing tables. `maxConcurrency` is the number that holds them down.',
    },
    'too-few': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      say: 'Two orders a second of one second each keep two busy all the time, with nothing to spare: the queue gets longer at each small rush and hardly shorter afterwards.',
    },
    'one-by-one': {
      verdict: 'wrong-result',
      scene: 'the rush',
      got: ['invocations'],
      say: 'Fast enough, and an invocation for each order. What waits together can be packed together.',
    },
    'falls-behind': {
      verdict: 'wrong-result',
      scene: 'the rush',
      say: 'Orders come faster than this many can pack them, and those at the end wait for all the others. Each batch under way packs about one order a second.',
    },
    'comes-back-too-soon': {
      verdict: 'wrong-result',
      scene: 'the account is full for a while',
      say: 'The function was never run, and the order is in the dead-letter queue. Each time that the poller was turned away until the visibility timeout was over, the message counted as received once more.',
    },
    'comes-back-too-late': {
      verdict: 'wrong-result',
      scene: 'one order fails once',
      say: 'A message of a failed batch stays hidden until the visibility timeout is over, even if it was over in a second. The customer waits all that time.',
    },
  },
});

async function dead({ dead }: ReturnType<typeof open>) {
  const { ApproximateNumberOfMessagesVisible } = dead.metrics();
  return ApproximateNumberOfMessagesVisible;
}
