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

const EVENING = {
  'customers turned away': { atMost: 0 },
  'others turned away': { atMost: 0 },
  'seconds for the slowest mail': { atMost: 15 },
  // Of a function that is switched off, nothing waits either.
  'mails given up': { atMost: 0 },
};

interface Mail {
  readonly AsyncEventAge: { readonly max: number };
  readonly AsyncEventsDropped: number;
}

const whatTheySaw = (
  customers: { readonly Throttles: number },
  others: { readonly Throttles: number },
  { AsyncEventAge, AsyncEventsDropped }: Mail,
) => ({
  'customers turned away': customers.Throttles,
  'others turned away': others.Throttles,
  'seconds for the slowest mail': Math.round(
    AsyncEventAge.max / 1000,
  ),
  'mails given up': AsyncEventsDropped,
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
        return whatTheySaw(seen, rest, mail.metrics());
      },
      limits: EVENING,
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
        return whatTheySaw(seen, rest, mail.metrics());
      },
      limits: EVENING,
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
    'no-mail': {
      verdict: 'wrong-result',
      code: /mail: 0\b/,
      say: 'A reservation of nothing switches a function off. No mail waits, since every mail is given up at once.',
    },
    averages: {
      verdict: 'wrong-result',
      scene: 'an evening',
      got: ['customers turned away', 'seconds for the slowest mail'],
      say: 'These are averages, and a reservation is a ceiling. Half of the time more than that are there.',
    },
    'set-aside': {
      verdict: 'wrong-result',
      scene: 'an evening',
      got: ['customers turned away', 'others turned away'],
      code: /reports: (1[2-9]\d|200)/,
      say: 'A reservation is a floor as well: what the reports have set aside stands empty on most evenings, and nobody else may use it. What is left is too little for the rest.',
    },
    'no-room-for-others': {
      verdict: 'wrong-result',
      scene: 'an evening',
      got: ['others turned away'],
      say: 'Those who have an island are well. What is left between the islands is all that the others have, and on a usual evening they need about 70 units on average, and half as many again at their peak.',
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
