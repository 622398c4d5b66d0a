import { check } from 'happens-before/check';
import { Account, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

interface Day {
  /** Milliseconds for which somebody else has the place. */
  readonly taken?: number;
  readonly fails?: boolean;
  readonly isOff?: boolean;
}

/** What each customer is told, and how often `pay` ran. */
async function evening(
  { order }: typeof Answer,
  customers: readonly string[],
  { taken = 0, fails = false, isOff = false }: Day,
) {
  const account = new Account({ concurrency: 1, duplicates: 0 });
  const pay: Answer.Pay = account.function({
    name: 'pay',
    handler: async (id: string) => {
      await sleep(90);
      if (fails) throw new Error('card refused, perhaps');
      return id;
    },
    ...(isOff ? { reserved: 0 } : {}),
  });
  const others = account.function({
    name: 'others',
    duration: taken,
  });
  const hog = taken > 0 ? others.invoke() : undefined;
  if (hog !== undefined) await sleep(1);
  const told = await Promise.all(
    customers.map((id) => order(pay, id)),
  );
  await hog;
  await account.drain();
  const { Invocations, Throttles } = pay.metrics();
  const calls = Invocations + Throttles;
  const isPatient = calls <= 5 * customers.length;
  return { told, ran: Invocations, isPatient };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'there is room',
      play: (answer) => evening(answer, ['tea'], {}),
      expect: { told: ['paid'], ran: 1, isPatient: true },
      timers: 'patient',
    },
    {
      name: 'the handler fails',
      play: (answer) => evening(answer, ['jam'], { fails: true }),
      expect: { told: ['failed'], ran: 1, isPatient: true },
      timers: 'patient',
      maxSteps: 500,
    },
    {
      name: 'the account is full for a second',
      play: (answer) => evening(answer, ['tea'], { taken: 1000 }),
      expect: { told: ['paid'], ran: 1, isPatient: true },
      timers: 'patient',
    },
    {
      name: 'the function is switched off',
      play: (answer) => evening(answer, ['salt'], { isOff: true }),
      expect: { told: ['busy'], ran: 0, isPatient: true },
      timers: 'patient',
      maxSteps: 500,
    },
    {
      name: 'two customers, one place',
      play: (answer) => evening(answer, ['tea', 'jam'], {}),
      expect: { told: ['paid', 'paid'], ran: 2, isPatient: true },
      timers: 'patient',
      maxRuns: 300,
    },
  ],
  mistakes: {
    'by-post': {
      verdict: 'wrong-result',
      code: /type: 'Event'/,
      say: 'Lambda does try again by itself now. And the customer is told “paid” before anybody has looked at the card.',
    },
    'status-only': {
      verdict: 'wrong-result',
      scene: 'the handler fails',
      got: { told: ['paid'], ran: 1, isPatient: true },
      say: 'Status 200 says that the function ran. What became of it stands in functionError.',
    },
    'again-for-all': {
      verdict: 'wrong-result',
      scene: 'the handler fails',
      say: 'A refusal did nothing, and can be asked again as often as you like. A handler that failed has run, and may have charged the card before. Which of the two is this?',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'the account is full for a second',
      code: /^(?![\s\S]*sleep)(?=[\s\S]*for \()/,
      say: 'Five requests within one instant find the same full account five times. What would have to pass between them?',
    },
    'gives-up-at-once': {
      verdict: 'wrong-result',
      scene: 'the account is full for a second',
      code: /^(?![\s\S]*sleep)/,
      say: 'A 429 says “not now”, and this takes it for “no”. Five calls are allowed.',
    },
    'waits-too-little': {
      verdict: 'wrong-result',
      scene: 'the account is full for a second',
      say: 'Five calls, and all of them within half a second. The account is full for a whole one. Waits that double reach further with as few calls.',
    },
    'never-gives-up': {
      verdict: 'livelock',
      scene: 'the function is switched off',
      say: 'Somebody has switched the function off, and this customer will ask for ever. After five calls it is time to say so.',
    },
    impatient: {
      verdict: 'livelock',
      scene: 'the handler fails',
      say: 'It asks again and again, at once, until it is paid, whatever was the matter. Sort the answers first: which of them may be asked again?',
    },
  },
});
