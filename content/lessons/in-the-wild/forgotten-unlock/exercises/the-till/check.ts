import { check } from 'happens-before/check';
import { chan, go } from 'happens-before/go';
import type * as Answer from './solution';

async function refused(call: () => Promise<unknown>) {
  try {
    return await call();
  } catch (error) {
    return (error as Error).name;
  }
}

/** Both at the same time; what each gave, in the order of the calls. */
async function together(...calls: (() => Promise<unknown>)[]) {
  const all = calls.map((call) => {
    const result = chan<unknown>(1);
    go(async () => result.send(await call()));
    return result;
  });
  const results: unknown[] = [];
  for (const result of all)
    results.push(await result.receive());
  return results;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'enough, then not enough',
      async play({ Till }) {
        const till = new Till(7);
        const paid = [await till.pay(5), await till.pay(3)];
        return [...paid, await till.pay(2), await till.coins()];
      },
      expect: [true, false, true, 0],
    },
    {
      name: 'a bill for nothing',
      async play({ Till }) {
        const till = new Till(4);
        const first = await refused(() => till.pay(0));
        return [first, await till.pay(3), await till.coins()];
      },
      expect: ['RangeError', true, 1],
    },
    {
      name: 'two bills',
      async play({ Till }) {
        const till = new Till(9);
        const paid = [await till.payBoth(2, 3)];
        paid.push(await till.payBoth(3, 3));
        return [...paid, await till.coins()];
      },
      expect: [true, false, 4],
    },
    {
      name: 'two bills, one for nothing',
      async play({ Till }) {
        const till = new Till(6);
        const first = await refused(() => till.payBoth(2, -1));
        return [first, await till.coins(), await till.pay(6)];
      },
      expect: ['RangeError', 6, true],
    },
    {
      name: 'two people, money for one',
      async play({ Till }) {
        const till = new Till(5);
        const paid = await together(
          () => till.pay(3),
          () => till.pay(3),
        );
        return [
          paid.filter((each) => each === true).length,
          await till.coins(),
        ];
      },
      expect: [1, 2],
    },
    {
      name: 'somebody comes between two bills',
      async play({ Till }) {
        const till = new Till(5);
        const paid = await together(
          () => till.payBoth(3, 4),
          () => till.pay(5),
        );
        return [...paid, await till.coins()];
      },
      expect: [false, true, 0],
    },
    {
      name: 'money for one bill or for two',
      async play({ Till }) {
        const till = new Till(8);
        const paid = await together(
          () => till.payBoth(3, 4),
          () => till.pay(5),
        );
        return [...paid, await till.coins()].join(' ');
      },
      expect: (seen: string) =>
        ['true false 1', 'false true 3'].includes(seen),
    },
    {
      name: 'somebody counts between two bills',
      async play({ Till }) {
        const till = new Till(9);
        const [paid, seen] = await together(
          () => till.payBoth(4, 3),
          () => till.coins(),
        );
        return [paid, seen].join(' ');
      },
      expect: (seen: string) =>
        ['true 9', 'true 2'].includes(seen),
    },
  ],
  mistakes: {
    'no-lock': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*Mutex)/,
      say: 'Nobody waits for ever any more, since nobody waits. Two people now count the same coins at the same time.',
    },
    'no-lock-inside': {
      verdict: 'wrong-result',
      scene: 'two people, money for one',
      say: 'Counting takes a moment, and without the lock somebody else counts the same coins in that moment. Keep the lock until the coins are what they should be.',
    },
    'unlocks-twice': {
      verdict: 'panic',
      message: /unlock of unlocked mutex/,
      say: 'On one way out the lock is given back twice: once by hand, and once more at the end. Leave it to one place.',
    },
    'asks-if-free': {
      verdict: 'wrong-result',
      code: /tryLock\(/,
      say: 'Somebody is turned away although there is money: `tryLock` says “not now”, and the answer was “no”. And it does not tell who holds the lock.',
    },
    'only-the-return': {
      verdict: 'deadlock',
      scene: 'a bill for nothing',
      say: 'The early `return` gives the lock back now. There is one more way out of `pay`, and this bill takes it.',
    },
    'still-calls-itself': {
      verdict: 'deadlock',
      scene: 'two bills',
      say: '`payBoth` holds the lock, and calls `pay`, which waits for it. The lock does not know that it is the same person.',
    },
    'a-flag': {
      verdict: 'wrong-result',
      code: /if \(mine\)|#inside/,
      say: 'The flag says that somebody is inside, and not who. Whoever comes while it is up walks in without the lock, also a stranger.',
    },
    'asks-the-sum-first': {
      verdict: 'wrong-result',
      scene: 'money for one bill or for two',
      say: 'There was enough for both when you asked. Then the lock was free, somebody else paid, and only one of the two bills could be paid.',
    },
    'lets-go-in-between': {
      verdict: 'wrong-result',
      scene: 'somebody comes between two bills',
      code: /^(?![\s\S]*#pair)/,
      say: 'Between the two bills the lock is free, and somebody looked into the till just then: a bill that could have been paid was refused. Both bills belong under one hold.',
    },
    'a-second-lock': {
      verdict: 'wrong-result',
      scene: 'somebody comes between two bills',
      say: 'The second lock keeps two pairs of bills apart. Somebody with a single bill takes only the first one, and comes in between all the same.',
    },
    'forgets-to-undo': {
      verdict: 'wrong-result',
      scene: 'two bills, one for nothing',
      say: 'The lock is back, and so is the error, but not the coins: the first bill stays paid when the second one throws.',
    },
    'counts-without-the-lock': {
      verdict: 'wrong-result',
      scene: 'somebody counts between two bills',
      say: '`coins` only looks, and looks without the lock: between two bills it sees a till with one of them paid. Who looks has to take the lock as well.',
    },
  },
});
