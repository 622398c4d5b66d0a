import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type * as Answer from './solution';

/** us-east-1, for Python and .NET: AWS Lambda pricing, 2026-11. */
const CACHED = 0.0000015046; // a gigabyte for a second
const RESTORED = 0.0001397998; // a gigabyte, once
const WARM = 0.0000041667; // a gigabyte for a second

const MONTH = 31 * 24 * 3600;
const BUSES = 31 * 16;

/** The café, as the answer sets it. Its init phase takes 5 s. */
function open({ config }: typeof Answer) {
  const { memory, snapStart, provisioned, versions } = config;
  if (!Number.isInteger(versions) || versions < 1)
    throw new RangeError(
      `versions is a whole number from 1, not ${versions}`,
    );
  const account = new Account({ concurrency: 1000 });
  const cafe = account.function({
    name: 'café',
    runtime: 'python3.14',
    alias: 'live',
    memory,
    snapStart,
    ...(provisioned === 0 ? {} : { provisioned }),
    init: 5000,
    restore: 570,
    work: 310,
  });
  return { account, cafe };
}

/** A month in dollars: what is kept, and what each bus costs. */
function dollars({ config }: typeof Answer, restores: number, bus: number) {
  const { memory, snapStart, provisioned, versions } = config;
  const gigabytes = memory / 1024;
  const kept = snapStart ? versions * CACHED : 0;
  const month = gigabytes * MONTH * (kept + provisioned * WARM);
  const copies = snapStart ? restores * gigabytes * RESTORED : 0;
  return Math.round(month + BUSES * (bus + copies));
}

/** Customers by chance, `rate` a second, for ten seconds. */
async function arrive(answer: typeof Answer, rate: number) {
  const { account, cafe } = open(answer);
  const load = { rate, seconds: 10, jitter: Math.random };
  const seen = await account.load(cafe, load);
  const { duration, provisionedDuration, requests } = cafe.bill();
  return { seen, paid: duration + provisionedDuration + requests };
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a bus comes',
      async play(answer) {
        const { seen } = await arrive(answer, 8);
        return { 'ms for the slowest': Math.round(seen.latency.max) };
      },
      limits: { 'ms for the slowest': { atMost: 1000 } },
      timers: 'patient',
      seeds,
    },
    {
      name: 'two buses at once',
      async play(answer) {
        const { seen } = await arrive(answer, 16);
        return { 'ms for the slowest': Math.round(seen.latency.max) };
      },
      limits: { 'ms for the slowest': { atMost: 1000 } },
      timers: 'patient',
      seeds,
    },
    {
      name: 'a month of buses',
      async play(answer) {
        const { seen, paid } = await arrive(answer, 8);
        return {
          'dollars a month': dollars(answer, seen.coldStarts, paid),
          'versions to go back to': answer.config.versions - 1,
        };
      },
      limits: {
        'dollars a month': { atMost: 20 },
        'versions to go back to': { atLeast: 1 },
      },
      timers: 'patient',
      seeds,
    },
  ],
  mistakes: {
    both: {
      verdict: 'error',
      message: /not supported together/,
      say: 'AWS refuses this one: SnapStart and provisioned concurrency exclude each other. One starts fast; the other has started already.',
    },
    'keeps-them-all': {
      verdict: 'wrong-result',
      got: ['dollars a month'],
      code: /snapStart: true[^]*versions: ([3-9]|\d\d)/,
      say: 'Fast, and the money goes into snapshots that nobody restores: each published version has one of its own, and each is paid for, day and night. How many versions back would the café ever go?',
    },
    'no-way-back': {
      verdict: 'wrong-result',
      got: ['versions to go back to'],
      say: 'The cheapest of all, until the day on which the newest version is broken and there is none to go back to.',
    },
    'too-much-memory': {
      verdict: 'wrong-result',
      got: ['dollars a month'],
      code: /memory: (2\d{3}|[3-9]\d{3}|\d{5}),\s*snapStart: true/,
      say: 'Snapshots are paid by the memory of the function, and so is every restore. The handler uses one virtual CPU; how much memory goes with that?',
    },
    'too-little-memory': {
      verdict: 'wrong-result',
      got: ['ms for the slowest'],
      code: /snapStart: true/,
      say: 'A restore of 570 ms, and then a handler that works for longer than it would have to: with less than 1,769 MB it has a part of a CPU. There are 430 ms left for it.',
    },
    'all-warm': {
      verdict: 'wrong-result',
      got: ['dollars a month'],
      say: 'Nobody waits, and twenty environments are paid for around the clock, for sixteen times ten seconds a day. What would start quickly without having been started?',
    },
    'a-few-warm': {
      verdict: 'wrong-result',
      got: ['ms for the slowest'],
      code: /provisioned: [1-9]/,
      say: 'One warm environment costs more than a snapshot, and serves one customer at a time. The rest of the bus waits for an init phase of five seconds.',
    },
    'waits-five-seconds': {
      verdict: 'wrong-result',
      got: ['ms for the slowest'],
      code: /snapStart: false/,
      say: 'Cheap, and every bus finds the café cold: its first customers wait for five seconds of init phase. More memory does not shorten it here.',
    },
  },
});
