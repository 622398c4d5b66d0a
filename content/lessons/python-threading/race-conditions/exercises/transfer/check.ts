import { check } from 'happens-before/check';
import { Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Order = readonly [from: number, to: number, sum: number];

/** Carries out all `orders`, each in a thread of its own. */
async function atOnce(
  { transfer }: typeof Answer,
  balances: readonly number[],
  orders: readonly Order[],
) {
  const accounts = balances.map((balance) => ({ balance }));
  const done: boolean[] = orders.map(() => false);
  const threads = orders.map(([from, to, amount], i) => {
    const target = async () => {
      const [a, b] = [accounts[from]!, accounts[to]!];
      done[i] = await transfer(a, b, amount);
    };
    return new Thread({ target, name: `order ${i + 1}` });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  const after = accounts.map(({ balance }) => balance);
  return { done, balances: after };
}

type Outcome = Awaited<ReturnType<typeof atOnce>>;

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two orders, money for one',
      play: (answer) =>
        atOnce(answer, [100, 0, 0], [[0, 1, 80], [0, 2, 50]]),
      expect({ done, balances }: Outcome) {
        const got = `${done} ${balances}`;
        const first = 'true,false 20,80,0';
        return got === first || got === 'false,true 50,0,50';
      },
      maxSteps: 200,
    },
    {
      name: 'one after another, the first too large',
      async play({ transfer }) {
        const [a, b] = [{ balance: 40 }, { balance: 0 }];
        const done = [await transfer(a, b, 41)];
        done.push(await transfer(a, b, 40));
        return { done, balances: [a.balance, b.balance] };
      },
      expect: { done: [false, true], balances: [0, 40] },
    },
    {
      name: 'two orders into one account',
      play: (answer) =>
        atOnce(answer, [70, 60, 5], [[0, 2, 30], [1, 2, 20]]),
      expect: { done: [true, true], balances: [40, 40, 55] },
      maxSteps: 200,
    },
    {
      name: 'there and back',
      play: (answer) =>
        atOnce(answer, [90, 80], [[0, 1, 10], [1, 0, 25]]),
      expect: { done: [true, true], balances: [105, 65] },
      maxSteps: 200,
    },
  ],
  mistakes: {
    'keeps-the-lock': {
      verdict: 'deadlock',
      scene: 'one after another, the first too large',
      say: 'The first order is turned down, and the next one waits for ever. What does the early return leave behind?',
    },
    'crossed-locks': {
      verdict: 'deadlock',
      scene: 'there and back',
      say: 'Each order has locked its own payer and waits for the other’s. Both hold what the other wants, and neither will let go.',
    },
    'busy-flag': {
      verdict: 'wrong-result',
      code: /\b(\w+) = true;[\s\S]*\b\1 = false;/,
      say: 'Looking at the flag and setting it are two steps, so both threads can find it down. It is the bug you came to repair, once more and in smaller clothes.',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /\bsleep\(/,
      say: 'Waiting changes when a thread looks, not whether anyone can come between its look and its act. Move the pause where you like: the order below is still there.',
    },
    'lock-per-call': {
      verdict: 'wrong-result',
      code: /function transfer[\s\S]*new Lock\(\)/,
      say: 'Every call makes a lock of its own and gets it at once, since nobody else has ever seen it. Which lock do two orders have in common?',
    },
    'releases-too-early': {
      verdict: 'wrong-result',
      scene: 'two orders into one account',
      code: /release\(\);[\s\S]*to\.balance \+=/,
      say: 'The payer is guarded from check to payment, and that part is right. Now look at the account that gets the money: it is read and written after the lock is free.',
    },
    'locks-the-payer': {
      verdict: 'wrong-result',
      scene: 'two orders into one account',
      code: /Map<|\.lock\b/,
      say: 'The payer is safe now. But here two payers have two locks and pay into one account. Who guards that one?',
    },
    'locks-each-step': {
      verdict: 'wrong-result',
      scene: 'two orders, money for one',
      code: /(with|acquire)\([\s\S]*(with|acquire)\(/,
      say: 'Nobody can come in while you check, and nobody while you pay. In between, the lock is free, and what you found out may stop being true.',
    },
    'locks-the-writes': {
      verdict: 'wrong-result',
      scene: 'two orders, money for one',
      code: /new Lock\(/,
      say: 'By the time you hold the lock you have already decided. Both threads looked at the balance before either of them had the lock.',
    },
    'one-call': {
      verdict: 'race',
      code: /^(?![\s\S]*Lock)/,
      say: 'To the reader a call is one thing, to threads it is all the steps inside it. In Python a switch may come in the middle of any of them, and nothing here orders the two threads.',
    },
    'checks-twice': {
      verdict: 'wrong-result',
      scene: 'two orders, money for one',
      code: /(balance < amount[\s\S]*){2}/,
      say: 'A second look makes the gap smaller. It does not close it: both threads can look twice before either of them pays.',
    },
  },
});
