import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type * as Answer from './solution';

/** The shop, as the answer sets it. */
function open({ config: { memory, provisioned } }: typeof Answer) {
  const account = new Account({ concurrency: 1000 });
  const shop = account.function({
    name: 'shop',
    memory,
    initWork: 900,
    work: 200,
    ...(provisioned === 0 ? {} : { provisioned }),
  });
  return { account, shop };
}

/** Nearly five minutes: what is kept warm is paid by fives. */
const SECONDS = 295;
const FIVES_A_DAY = 288;

export default check<typeof Answer>({
  scenes: [
    {
      name: 'five usual minutes',
      async play(answer) {
        const { account, shop } = open(answer);
        const seen = await account.load(shop, {
          rate: 5,
          seconds: SECONDS,
          jitter: Math.random,
        });
        const dollars = shop.bill().total * FIVES_A_DAY;
        return {
          'ms for most': Math.round(seen.latency.p95),
          'cold starts': seen.coldStarts,
          'dollars a day': Math.round(dollars * 100) / 100,
        };
      },
      limits: {
        'ms for most': { atMost: 250 },
        'cold starts': { atMost: 3 },
        'dollars a day': { atMost: 6 },
      },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'a mail goes out',
      async play(answer) {
        const { account, shop } = open(answer);
        const seen = await account.load(shop, {
          rate: 60,
          seconds: 10,
          jitter: Math.random,
        });
        return { 'ms for the slowest': Math.round(seen.latency.max) };
      },
      limits: { 'ms for the slowest': { atMost: 1500 } },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
  ],
  mistakes: {
    'too-much-memory': {
      verdict: 'wrong-result',
      scene: 'five usual minutes',
      got: ['dollars a day'],
      code: /memory: (2\d{3}|[3-9]\d{3}|\d{5})\b/,
      say: 'Above 1,769 MB a handler that does one thing at a time gets no faster: it pays for more of a processor than it uses.',
    },
    'all-warm': {
      verdict: 'wrong-result',
      scene: 'five usual minutes',
      got: ['dollars a day'],
      say: 'No cold starts, and environments that are paid for day and night and hardly ever used. How many are busy in a usual minute?',
    },
    'nothing-warm': {
      verdict: 'wrong-result',
      scene: 'five usual minutes',
      got: ['cold starts'],
      say: 'Quick enough once warm. Each time that more customers are there than ever before, one of them waits for an environment. Those who come in a usual minute could be spared that.',
    },
    'cheap-memory': {
      verdict: 'wrong-result',
      scene: 'five usual minutes',
      got: ['ms for most', 'cold starts'],
      say: 'Memory is the processor, too. With so little, each request takes longer, so more are there at once, and more environments are needed: slower and colder, and hardly cheaper.',
    },
    'nearly-enough': {
      verdict: 'wrong-result',
      scene: 'five usual minutes',
      got: ['ms for most'],
      say: 'A little too slow. The work is 200 ms for a whole virtual CPU; with how much memory is there a whole one?',
    },
    'not-a-size': {
      verdict: 'error',
      message: /memory/,
      say: 'AWS refuses this one: memory goes from 128 to 10,240 MB.',
    },
  },
});
