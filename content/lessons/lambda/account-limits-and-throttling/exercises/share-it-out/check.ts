import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type * as Answer from './solution';

const reserve = (reserved: number | undefined) =>
  reserved === undefined ? {} : { reserved };

/** The account, shared out as the answer says. */
function open({ config }: typeof Answer) {
  const account = new Account({ concurrency: 300 });
  const add = (
    name: string,
    duration: number,
    reserved: number | undefined,
  ) => account.function({ name, duration, ...reserve(reserved) });
  return {
    account,
    checkout: add('checkout', 300, config.checkout),
    mail: add('mail', 500, config.mail),
    reports: add('reports', 2000, config.reports),
    others: add('others', 1000, undefined),
  };
}

const as = (rate: number, seconds: number) => ({
  rate,
  seconds,
  jitter: Math.random,
});

export default check<typeof Answer>({
  scenes: [
    {
      name: 'an evening',
      async play(answer) {
        const { account, checkout, mail, others } = open(answer);
        const [seen, rest] = await Promise.all([
          account.load(checkout, as(100, 20)),
          account.load(others, as(70, 20)),
          account.load(mail, { ...as(20, 20), type: 'Event' }),
        ]);
        const { AsyncEventAge } = mail.metrics();
        return {
          'customers turned away': seen.Throttles,
          'others turned away': rest.Throttles,
          'seconds for the slowest mail': Math.round(
            AsyncEventAge.max / 1000,
          ),
        };
      },
      limits: {
        'customers turned away': { atMost: 0 },
        'others turned away': { atMost: 0 },
        'seconds for the slowest mail': { atMost: 15 },
      },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'an evening with reports',
      async play(answer) {
        const all = open(answer);
        const { account, checkout, mail, reports, others } = all;
        const [seen, rest] = await Promise.all([
          account.load(checkout, as(100, 20)),
          account.load(others, as(70, 20)),
          account.load(mail, { ...as(20, 20), type: 'Event' }),
          account.load(reports, as(200, 10)),
        ]);
        const { AsyncEventAge } = mail.metrics();
        return {
          'customers turned away': seen.Throttles,
          'others turned away': rest.Throttles,
          'seconds for the slowest mail': Math.round(
            AsyncEventAge.max / 1000,
          ),
        };
      },
      limits: {
        'customers turned away': { atMost: 0 },
        'others turned away': { atMost: 0 },
        'seconds for the slowest mail': { atMost: 15 },
      },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'the reports of a quiet night',
      async play(answer) {
        const { account, reports } = open(answer);
        const seen = await account.load(reports, {
          rate: 45,
          seconds: 20,
        });
        return { 'reports turned away': seen.Throttles };
      },
      limits: { 'reports turned away': { atMost: 0 } },
      timers: 'patient',
    },
  ],
  mistakes: {
    'too-much': {
      verdict: 'error',
      message: /UnreservedConcurrentExecution/,
      say: 'AWS refuses this one: 100 units must stay with the functions that reserve nothing.',
    },
    off: {
      verdict: 'wrong-result',
      code: /reports: 0\b/,
      say: 'The reports are switched off: everybody else is well, and no report is ever written.',
    },
    averages: {
      verdict: 'wrong-result',
      scene: 'an evening',
      got: ['customers turned away', 'seconds for the slowest mail'],
      say: 'These are averages, and a reservation is a ceiling. Half of the time more than that are there.',
    },
    squeezed: {
      verdict: 'wrong-result',
      scene: 'an evening',
      say: 'On an evening on which nothing is wrong, your own ceiling turns customers away, with room all around it.',
    },
    nothing: {
      verdict: 'wrong-result',
      scene: 'an evening with reports',
      got: ['customers turned away', 'others turned away'],
      say: 'The reports take all of the pool, and everybody without a fence pays for it. Who of them all should have one?',
    },
    'floors-only': {
      verdict: 'wrong-result',
      scene: 'an evening with reports',
      got: ['others turned away'],
      say: 'Checkout and mail are safe on their islands. All the others drown, in a pool that is smaller now. Rather than fencing in each that needs protection …',
    },
    'small-reports': {
      verdict: 'wrong-result',
      scene: 'the reports of a quiet night',
      say: 'Everybody is safe, and the reports are starved on a night on which nobody else is there: a ceiling holds in an empty account, too. How many of them run at once, at 45 a second and two seconds each?',
    },
  },
});
