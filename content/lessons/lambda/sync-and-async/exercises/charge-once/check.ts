import { check } from 'happens-before/check';
import { Account, now, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

const HALF_A_MINUTE = 30_000;

interface Day {
  /** The bank refuses all that comes so early. */
  readonly bankOpens?: number;
  /** The log takes ten seconds, and fails, until then. */
  readonly logWakes?: number;
  readonly duplicates?: number;
}

/** Sends the orders, and says how often each was paid. */
async function shop(
  { deploy }: typeof Answer,
  orders: readonly Answer.Order[],
  { bankOpens = 0, logWakes = 0, duplicates = 0 }: Day,
) {
  const account = new Account({ duplicates });
  const paid = account.table<number>({ name: 'bank' });
  const lines = account.table<boolean>({ name: 'log' });
  const bank: Answer.Bank = {
    async charge(id, price) {
      await sleep(200);
      if (now() < bankOpens) throw new Error('closed');
      await paid.update(id, (sum = 0) => sum + price);
    },
  };
  const log: Answer.Log = {
    async write(line) {
      const isSlow = now() < logWakes;
      await sleep(isSlow ? 10_000 : 20);
      if (isSlow) throw new Error('log: gave up');
      await lines.put(line, true);
    },
  };
  const pay = deploy(account, bank, log);
  await Promise.all(
    orders.map((order) => pay.invoke(order, { type: 'Event' })),
  );
  await account.drain();
  const ids = [...new Set(orders.map(({ id }) => id))];
  const results: Record<string, string> = {};
  for (const id of ids) {
    const sum = (await paid.get(id)) ?? 0;
    const isLogged = await lines.get(`${id} paid`);
    results[id] = `${sum}${isLogged ? ', logged' : ''}`;
  }
  return results;
}

const tea = { id: 'tea', price: 4 };

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the log is slow for half a minute',
      play: (answer) =>
        shop(answer, [tea], { logWakes: HALF_A_MINUTE }),
      expect: { tea: '4, logged' },
      timers: 'patient',
    },
    {
      name: 'the bank is closed for half a minute',
      play: (answer) =>
        shop(answer, [{ id: 'jam', price: 6 }], {
          bankOpens: HALF_A_MINUTE,
        }),
      expect: { jam: '6, logged' },
      timers: 'patient',
    },
    {
      name: 'Lambda delivers an event twice',
      play: (answer) => shop(answer, [tea], { duplicates: 1 }),
      expect: { tea: '4, logged' },
      timers: 'patient',
      maxRuns: 2000,
    },
    {
      name: 'the shop sends an order twice',
      play: (answer) =>
        shop(answer, [tea, tea], {}),
      expect: { tea: '4, logged' },
      timers: 'patient',
      maxRuns: 2000,
    },
    {
      name: 'two orders at the same price',
      play: (answer) =>
        shop(answer, [tea, { id: 'bun', price: 4 }], {}),
      expect: { tea: '4, logged', bun: '4, logged' },
      timers: 'patient',
      maxRuns: 2000,
    },
  ],
  mistakes: {
    'by-price': {
      verdict: 'wrong-result',
      scene: 'two orders at the same price',
      say: 'Two orders that cost the same share a record, and the second one is taken for paid. What tells one order from another is its id.',
    },
    'no-retries': {
      verdict: 'wrong-result',
      code: /retryAttempts: [01]\b/,
      say: 'Without a second attempt nobody is charged twice for that reason, and whatever the first attempt had not done yet stays undone: here, the log. Keep the attempts, and make them harmless.',
    },
    'more-time': {
      verdict: 'wrong-result',
      code: /timeout: (?!3000)/,
      say: 'The function waits longer now, and the log gives up all the same: that throws, and a handler that throws is tried again from its first line. What does that line do?',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'the log is slow for half a minute',
      code: /void |log\.write\([^\n]*\n?\s*\.catch/,
      say: 'The card is charged once, and nobody notices that the line was never written. (On AWS it is worse: what still runs when the handler returns is frozen with its environment.)',
    },
    remembers: {
      verdict: 'wrong-result',
      code: /new (Set|Map)\b/,
      say: 'The set belongs to one environment. After a timeout its environment starts anew, and two deliveries at once have two environments with a set each. What has to be remembered belongs outside.',
    },
    'claims-for-ever': {
      verdict: 'wrong-result',
      scene: 'the log is slow for half a minute',
      got: { tea: '4' },
      say: 'The card is charged once. But the second attempt finds the record, takes all for done, and returns: the line is never written. “Begun” and “done” are two things; which of them does your record say?',
    },
    'marks-after': {
      verdict: 'wrong-result',
      scene: 'the log is slow for half a minute',
      code: /^(?![\s\S]*condition[\s\S]*bank\.charge)[\s\S]*condition/,
      say: 'The condition is right, and too late: by then the card has been charged. Ask for permission before you charge.',
    },
    'claims-then-logs': {
      verdict: 'wrong-result',
      scene: 'the bank is closed for half a minute',
      say: 'The first attempt left its record and then failed at the bank. The second finds the record and takes the order for paid. Whoever claims an order and then fails has to give the claim back.',
    },
    'looks-first': {
      verdict: 'wrong-result',
      scene: 'Lambda delivers an event twice',
      code: /\.get\(/,
      say: 'Attempts that come one after the other are told apart now. Two that run at once both look before either of them has written. Looking and writing have to be one step.',
    },
    'log-first': {
      verdict: 'wrong-result',
      scene: 'Lambda delivers an event twice',
      say: 'The slow line comes first now, so nothing is charged before it fails: good, and it helps against this one timeout. An event that comes twice is still charged twice.',
    },
    'by-request': {
      verdict: 'wrong-result',
      scene: 'the shop sends an order twice',
      say: 'All attempts of one event share a request id, so those are told apart. Somebody who presses the button twice sends two events. What is the same in both of them?',
    },
    'gives-back-too-much': {
      verdict: 'wrong-result',
      scene: 'the log is slow for half a minute',
      code: /delete\(/,
      say: 'The claim is given back although the card has been charged, so the next attempt charges it again. Which failures mean that nothing was charged?',
    },
    'charges-twice': {
      verdict: 'wrong-result',
      scene: 'the log is slow for half a minute',
      say: 'The first attempt charged the card and then ran out of time. Lambda knows only that it failed, and begins again with the first line.',
    },
  },
});
