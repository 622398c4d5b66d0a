import { check } from 'happens-before/check';
import { Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Order = () => Promise<boolean>;

/** Makes two payments, each in a thread of its own. */
async function atOnce(one: Order, two: Order) {
  const done = { one: false, two: false };
  const first = new Thread({
    name: 'first',
    target: async () => {
      done.one = await one();
    },
  });
  const second = new Thread({
    name: 'second',
    target: async () => {
      done.two = await two();
    },
  });
  first.start();
  second.start();
  await first.join();
  await second.join();
  return [done.one, done.two];
}

const balancesOf = (accounts: Answer.Account[]) =>
  accounts.map(({ balance }) => balance);

type Outcome = { done: boolean[]; balances: number[] };

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two payments, money for one',
      maxSteps: 200,
      async play({ transfer }) {
        const purse = { balance: 100 };
        const rent = { balance: 0 };
        const food = { balance: 0 };
        const done = await atOnce(
          async () => await transfer(purse, rent, 80),
          async () => await transfer(purse, food, 50),
        );
        const balances = balancesOf([purse, rent, food]);
        return { done, balances };
      },
      expect({ done, balances }: Outcome) {
        const got = `${done} ${balances}`;
        const first = 'true,false 20,80,0';
        return got === first || got === 'false,true 50,0,50';
      },
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
      name: 'two payments into one account',
      maxSteps: 200,
      async play({ transfer }) {
        const ada = { balance: 70 };
        const bob = { balance: 60 };
        const shop = { balance: 5 };
        const done = await atOnce(
          async () => await transfer(ada, shop, 30),
          async () => await transfer(bob, shop, 20),
        );
        const balances = balancesOf([ada, bob, shop]);
        return { done, balances };
      },
      expect: { done: [true, true], balances: [40, 40, 55] },
    },
    {
      name: 'there and back',
      maxSteps: 200,
      async play({ transfer }) {
        const ada = { balance: 90 };
        const bob = { balance: 80 };
        const done = await atOnce(
          async () => await transfer(ada, bob, 10),
          async () => await transfer(bob, ada, 25),
        );
        const balances = balancesOf([ada, bob]);
        return { done, balances };
      },
      expect: { done: [true, true], balances: [105, 65] },
    },
  ],
  mistakes: {
    'keeps-the-lock': {
      verdict: 'deadlock',
      scene: 'one after another, the first too large',
      say: 'The first payment is turned down, and the next one waits for ever. What does the early return leave behind?',
    },
    'crossed-locks': {
      verdict: 'deadlock',
      scene: 'there and back',
      say: 'Each payment has locked its own payer and waits for the other’s. Both hold what the other wants, and neither will let go.',
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
      say: 'Every call makes a lock of its own and gets it at once, since nobody else has ever seen it. Which lock do two payments have in common?',
    },
    'releases-too-early': {
      verdict: 'wrong-result',
      scene: 'two payments into one account',
      code: /release\(\);[\s\S]*to\.balance \+=/,
      say: 'The payer is guarded from check to payment, and that part is right. Now look at the account that gets the money: it is read and written after the lock is free.',
    },
    'locks-the-payer': {
      verdict: 'wrong-result',
      scene: 'two payments into one account',
      code: /Map<|\.lock\b/,
      say: 'The payer is safe now. But here two payers have two locks and pay into one account. Who guards that one?',
    },
    'locks-each-step': {
      verdict: 'wrong-result',
      scene: 'two payments, money for one',
      code: /(with|acquire)\([\s\S]*(with|acquire)\(/,
      say: 'Nobody can come in while you check, and nobody while you pay. In between, the lock is free, and what you found out may stop being true.',
    },
    'locks-the-writes': {
      verdict: 'wrong-result',
      scene: 'two payments, money for one',
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
      scene: 'two payments, money for one',
      code: /(balance < amount[\s\S]*){2}/,
      say: 'A second look makes the gap smaller. It does not close it: both threads can look twice before either of them pays.',
    },
    'checks-then-pays': {
      verdict: 'wrong-result',
      scene: 'two payments, money for one',
      say: 'Both threads looked, and both times there was enough. Then both paid. What one of them had seen was no longer true when it acted.',
    },
  },
});
