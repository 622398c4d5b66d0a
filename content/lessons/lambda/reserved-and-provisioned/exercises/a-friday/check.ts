import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type * as Answer from './solution';

/** The shop's account, with the till as the answer sets it. */
function open({ config }: typeof Answer) {
  const { reserved, provisioned } = config;
  const account = new Account({ concurrency: 300 });
  const till = account.function({
    name: 'till',
    init: 2000,
    duration: 250,
    provisioned,
    ...(reserved === undefined ? {} : { reserved }),
  });
  const reports = account.function({
    name: 'reports',
    duration: 8000,
  });
  return { account, till, reports };
}

/** A load whose requests know nothing of each other. */
const customers = (rate: number, seconds: number) => ({
  rate,
  seconds,
  jitter: Math.random,
});

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a usual minute',
      async play(answer) {
        const { account, till } = open(answer);
        const seen = await account.load(till, customers(80, 60));
        return {
          'turned away': seen.Throttles,
          'cold starts': seen.coldStarts,
          'warm environments': answer.config.provisioned,
        };
      },
      limits: {
        'turned away': { atMost: 0 },
        'cold starts': { atMost: 3 },
        'warm environments': { atMost: 45 },
      },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'the sale begins',
      async play(answer) {
        const { account, till } = open(answer);
        await account.load(till, customers(80, 5));
        const seen = await account.load(till, customers(160, 20));
        return { 'turned away': seen.Throttles };
      },
      limits: { 'turned away': { atMost: 0 } },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'the reports need their share',
      async play(answer) {
        const { account, reports } = open(answer);
        const load = { rate: 20, seconds: 20 };
        const seen = await account.load(reports, load);
        return { 'reports turned away': seen.Throttles };
      },
      limits: { 'reports turned away': { atMost: 0 } },
      timers: 'patient',
    },
    {
      name: 'the reports run wild',
      async play(answer) {
        const { account, till, reports } = open(answer);
        const [seen] = await Promise.all([
          account.load(till, customers(160, 12)),
          account.load(reports, { rate: 100, seconds: 12 }),
        ]);
        return { 'turned away': seen.Throttles };
      },
      limits: { 'turned away': { atMost: 0 } },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
  ],
  mistakes: {
    'the-average': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      got: ['turned away'],
      code: /reserved:\s*20\b/,
      say: 'Twenty is right, and it is an average: half of the time more than twenty are in the shop, and a reservation turns them away. How far above its average does a busy minute get?',
    },
    'a-tenth-on-top': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      got: ['turned away'],
      say: 'Already on a usual Friday somebody finds the till closed. The ten per cent that AWS suggests go on top of the peak; these went on top of the average, or on too little.',
    },
    'reserves-only': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      code: /reserved:\s*\d+,\s*provisioned:\s*0\b/,
      say: 'A reservation keeps room, and nothing warm in it. Everybody who comes in the first two seconds has a cold start, and that may even be more than fit. Which setting has environments ready?',
    },
    'warms-the-average': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      got: ['cold starts'],
      say: 'More than three customers of a usual minute spill over, and wait two seconds. The warm environments have to cover nearly the whole peak of a usual minute, rather than its average.',
    },
    'all-of-it-warm': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      got: ['warm environments'],
      say: 'It works, and the shop pays for more than 45 warm environments around the clock. The sale may have cold starts. What does a usual minute need?',
    },
    'forgets-cold-starts': {
      verdict: 'wrong-result',
      scene: 'the sale begins',
      got: ['turned away'],
      code: /reserved:\s*([6-9]\d|100)\b/,
      say: 'This would do if all were warm. When the sale begins, the customers who spill over are in flight for two seconds and a quarter, not for a quarter. Room for those is missing.',
    },
    'forgets-the-sale': {
      verdict: 'wrong-result',
      scene: 'the sale begins',
      got: ['turned away'],
      say: 'The usual Friday goes well. When the sale begins, twice as many come, and the reservation is a ceiling for them.',
    },
    'takes-too-much': {
      verdict: 'wrong-result',
      scene: 'the reports need their share',
      say: 'The till is safe, and the reports are not: what it reserves, nobody else can use, idle or not. Count what is left of the 300 for 160 reports at once.',
    },
    'no-floor': {
      verdict: 'wrong-result',
      scene: 'the reports run wild',
      got: ['turned away'],
      say: 'The warm environments hold, and everything above them has to fight for the pool with reports that have taken all of it. What would keep room free that reports cannot have?',
    },
    'more-warm-than-reserved': {
      verdict: 'error',
      message: /Requested Provisioned Concurrency/,
      say: 'AWS refuses this one: the warm environments are part of the reservation, so there cannot be more of them than that.',
    },
    'below-the-hundred': {
      verdict: 'error',
      message: /UnreservedConcurrentExecution/,
      say: 'AWS refuses this one: of an account of 300, 100 units stay with the functions that reserve nothing.',
    },
  },
});
