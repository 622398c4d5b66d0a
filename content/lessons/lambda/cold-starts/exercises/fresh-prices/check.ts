import { check } from 'happens-before/check';
import { Account, now, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

/** One customer, who comes at `at` ms and wants `item`. */
interface Customer {
  readonly at: number;
  readonly item: string;
}

interface Day {
  /** When tea becomes dearer: 3 before, 4 from then on. */
  readonly dearerAt?: number;
  /** Before, the office does not answer. */
  readonly opensAt?: number;
  /** From then on it does not answer either … */
  readonly closedAt?: number;
  /** … until then. */
  readonly reopensAt?: number;
}

/** What each customer is told, and how often it was asked. */
async function market(
  { start }: typeof Answer,
  customers: readonly Customer[],
  {
    dearerAt = Infinity,
    opensAt = 0,
    closedAt = Infinity,
    reopensAt = Infinity,
  }: Day,
) {
  const account = new Account({ concurrency: 1000 });
  const asked = account.table<number>({ name: 'asked' });
  const office: Answer.Office = {
    async prices() {
      await asked.update('times', (n = 0) => n + 1);
      const tea = now() < dearerAt ? 3 : 4;
      const isOpen =
        now() >= opensAt &&
        (now() < closedAt || now() >= reopensAt);
      await sleep(300);
      if (!isOpen) throw new Error('nobody there');
      return { tea, jam: 6 };
    },
  };
  const quote = account.function({
    name: 'quote',
    handler: () => start(office),
  });
  const visits = customers.map(async ({ at, item }) => {
    await sleep(at);
    const answer = await quote.invoke(item);
    if (answer.status !== 200) return 'turned away';
    return answer.functionError ? 'failed' : answer.payload;
  });
  const told = await Promise.all(visits);
  return { told, asked: await asked.get('times') };
}

const tea = (...times: readonly number[]) =>
  times.map((at) => ({ at: at * 1000, item: 'tea' }));

export default check<typeof Answer>({
  scenes: [
    {
      name: 'four customers in a minute',
      play: (answer) =>
        market(
          answer,
          [...tea(0, 10, 20), { at: 50_000, item: 'jam' }],
          {},
        ),
      expect: { told: [3, 3, 3, 6], asked: 1 },
      timers: 'patient',
    },
    {
      name: 'the price changes',
      play: (answer) =>
        market(answer, tea(0, 30, 100, 110), {
          dearerAt: 40_000,
        }),
      expect: { told: [3, 3, 4, 4], asked: 2 },
      timers: 'patient',
    },
    {
      name: 'nobody is at the office at first',
      play: (answer) =>
        market(answer, tea(0, 5, 10), { opensAt: 3000 }),
      expect: { told: ['failed', 3, 3], asked: 2 },
      timers: 'patient',
    },
    {
      name: 'a minute after asking',
      play: (answer) =>
        market(answer, tea(0, 60.1), { dearerAt: 100 }),
      expect: { told: [3, 4], asked: 2 },
      timers: 'patient',
    },
    {
      name: 'two come at once',
      play: (answer) =>
        market(answer, tea(0, 0, 90, 90), { dearerAt: 40_000 }),
      expect: { told: [3, 3, 4, 4], asked: 4 },
      timers: 'patient',
    },
    {
      name: 'the office closes for a while',
      play: (answer) =>
        market(answer, tea(0, 70, 80), {
          closedAt: 65_000,
          reopensAt: 75_000,
        }),
      expect: { told: [3, 'failed', 3], asked: 3 },
      timers: 'patient',
    },
    {
      name: 'just before and exactly a minute later',
      play: (answer) => market(answer, tea(0, 59.9, 60), {}),
      expect: { told: [3, 3, 3], asked: 2 },
      timers: 'patient',
    },
  ],
  mistakes: {
    'old-rather-than-none': {
      verdict: 'wrong-result',
      scene: 'the office closes for a while',
      say: 'The office did not answer, and the customer was told a price from the old list. That may be a good choice for a shop; this one has asked for a failure, since the list was a minute old.',
    },
    'a-little-too-long': {
      verdict: 'wrong-result',
      scene: 'just before and exactly a minute later',
      got: { told: [3, 3, 3], asked: 1 },
      say: 'A list that was asked for exactly a minute ago is too old already. The border belongs to one side; read which.',
    },
    'a-little-too-soon': {
      verdict: 'wrong-result',
      scene: 'just before and exactly a minute later',
      got: { told: [3, 3, 3], asked: 3 },
      say: 'The list would have been good for some seconds more, and the office was asked without need.',
    },
    'asks-each-time': {
      verdict: 'wrong-result',
      scene: 'four customers in a minute',
      got: { told: [3, 3, 3, 6], asked: 4 },
      say: 'Always right, and every customer waits for the office. An environment that has asked a moment ago could remember the answer.',
    },
    'each-item-for-ever': {
      verdict: 'wrong-result',
      scene: 'four customers in a minute',
      got: { told: [3, 3, 3, 6], asked: 2 },
      say: 'The office sends all of its prices at once, and is asked again for each item. (And what is remembered here is never forgotten.)',
    },
    'keeps-the-failure': {
      verdict: 'wrong-result',
      scene: 'nobody is at the office at first',
      code: /^(?![\s\S]*= await)[\s\S]*MINUTE\)/,
      say: 'What is kept for a minute is a promise, and it has been rejected. So the environment fails for everybody who comes, long after the office has opened.',
    },
    'dated-too-early': {
      verdict: 'wrong-result',
      scene: 'nobody is at the office at first',
      got: { told: ['failed', 0, 0], asked: 1 },
      say: 'The date was written down before the answer was there, and then there was no answer. For a minute this environment takes its empty list for a fresh one, and everything is free.',
    },
    'gives-nothing': {
      verdict: 'wrong-result',
      scene: 'nobody is at the office at first',
      got: { told: [0, 0, 0], asked: 1 },
      say: 'The failure is caught, an empty list is kept in its place, and everything is free for a minute. Somebody who cannot say a price had better fail.',
    },
    'dated-by-arrival': {
      verdict: 'wrong-result',
      scene: 'a minute after asking',
      say: 'The list is as old as the question, not as the answer: while it was on its way, the price changed. Which moment do you write down?',
    },
    'serves-the-old': {
      verdict: 'wrong-result',
      scene: 'the price changes',
      code: /void |\.then\(/,
      say: 'The customer who finds the list too old is still told the old price: the new one is fetched after the answer. On AWS it is not even fetched then: what goes on when a handler has returned is frozen, until the next customer comes.',
    },
    'lazy-for-ever': {
      verdict: 'wrong-result',
      scene: 'the price changes',
      code: /\?\?=/,
      say: 'Loading at the first request saves the init phase some work. It is still once in the life of the environment, which may be hours. When does the list stop being good?',
    },
    'loads-once': {
      verdict: 'wrong-result',
      scene: 'the price changes',
      say: 'The list is as old as the environment. A busy environment lives for hours, and tells the price of this morning all day.',
    },
  },
});
