import { check } from 'happens-before/check';
import { chan, go, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'enough from the start',
      async play({ Purse }) {
        const purse = new Purse();
        await purse.pay(5);
        return [await purse.buy(3), await purse.buy(2)];
      },
      expect: [2, 0],
    },
    {
      name: 'one who waits',
      async play({ Purse }) {
        const purse = new Purse();
        go('payer', () => purse.pay(4));
        return await purse.buy(3);
      },
      expect: 1,
      maxSteps: 100,
    },
    {
      name: 'a cake in three payments',
      async play({ Purse }) {
        const purse = new Purse();
        go('payer', async () => {
          for (const coins of [1, 1, 1]) await purse.pay(coins);
        });
        return await purse.buy(3);
      },
      expect: 0,
    },
    {
      name: 'two payments for two buns',
      async play({ Purse }) {
        const purse = new Purse();
        const left = [-1, -1];
        const wg = new WaitGroup();
        for (const place of [0, 1]) {
          wg.add(1);
          go('buyer', async () => {
            left[place] = await purse.buy(1);
            wg.done();
          });
        }
        await purse.pay(1);
        await purse.pay(1);
        await wg.wait();
        return Math.min(...left) >= 0;
      },
      expect: true,
    },
    {
      name: 'one payment for three buns',
      async play({ Purse }) {
        const purse = new Purse();
        const wg = new WaitGroup();
        const left = [-1, -1, -1];
        for (const place of [0, 1, 2]) {
          wg.add(1);
          go('buyer', async () => {
            left[place] = await purse.buy(1);
            wg.done();
          });
        }
        await purse.pay(3);
        await wg.wait();
        return Math.min(...left) >= 0;
      },
      expect: true,
    },
    {
      name: 'a cake and a bun',
      async play({ Purse }) {
        const purse = new Purse();
        const wg = new WaitGroup();
        for (const price of [3, 1]) {
          wg.add(1);
          go(price === 3 ? 'cake' : 'bun', async () => {
            await purse.buy(price);
            wg.done();
          });
        }
        await purse.pay(1);
        await purse.pay(3);
        await wg.wait();
        await purse.pay(1);
        return await purse.buy(1);
      },
      expect: 0,
    },
    {
      name: 'a bun beside somebody who saves for a cake',
      async play({ Purse }) {
        const purse = new Purse();
        const done = chan<void>();
        go('cake', async () => {
          await purse.buy(3);
          await done.send();
        });
        await purse.pay(1);
        const left = await purse.buy(1);
        await purse.pay(3);
        await done.receive();
        return left;
      },
      expect: 0,
    },
  ],
  mistakes: {
    'one-in-the-shop': {
      verdict: 'deadlock',
      scene: 'a bun beside somebody who saves for a cake',
      say: 'Only one is let in to buy, and that one waits for the price of a cake. There is enough for a bun, and whoever wants it stands in front of the door. Those who wait must wait with nothing in their hands.',
    },
    'keeps-the-key': {
      verdict: 'deadlock',
      scene: 'enough from the start',
      say: 'Whoever pays in locks the purse and keeps the key. Nobody gets at the coins any more, those who wait for them included.',
    },
    'asks-again': {
      verdict: 'livelock',
      say: 'While there is nothing to buy with, the buyer gets up every millisecond to look. That is what a Cond is there to spare you: it wakes you when there is something to see.',
    },
    'gives-credit': {
      verdict: 'wrong-result',
      scene: 'one who waits',
      say: 'Somebody bought before there was enough. Nobody waits in your version.',
    },
    'pays-without-the-lock': {
      verdict: 'deadlock',
      code: /async pay\([^)]*\) \{\s*this\.#coins/,
      say: 'The payment came in between: after the buyer’s look at the coins, before it was in the line. With the lock in its hand, nobody can pay in just then.',
    },
    'tells-too-soon': {
      verdict: 'deadlock',
      code: /(broadcast|signal)\(\);[^}]*#coins \+=/,
      say: 'They are woken, find nothing, and lie down again; and then the coins come. First change what they wait for, then tell them.',
    },
    'unlocks-in-between': {
      verdict: 'wrong-result',
      code: /unlock\(\);\s*await this\.#mu\.lock\(\);/,
      say: 'Between the look and the purchase the purse was open, and somebody else has bought with the same coins. To find enough and to take it is one thing.',
    },
    'looks-twice': {
      verdict: 'wrong-result',
      code: /if \(this\.#coins[^]*if \(this\.#coins/,
      say: 'Two looks are better than one, and here three payments came before there was enough. How often is often enough?',
    },
    'looks-once': {
      verdict: 'wrong-result',
      say: 'Being woken is not the same as being able to buy. A payment may be too small, or spent by somebody else before you have the lock, and nobody has looked again.',
    },
    'wakes-two': {
      verdict: 'deadlock',
      code: /signal\(\);\s*this\.#paid\.signal/,
      say: 'Two signals wake two. How many wait, you do not know; and a third buyer would be as fast asleep as the second was before.',
    },
    'wakes-one': {
      verdict: 'deadlock',
      say: 'There is enough in the purse, and somebody sleeps beside it: one was woken, and another could have bought. Do you know who waits for how much?',
    },
  },
});
