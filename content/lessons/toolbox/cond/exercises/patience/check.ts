import { check } from 'happens-before/check';
import { context, go, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

const patient = context.background();

export default check<typeof Answer>({
  scenes: [
    {
      name: 'patience rewarded',
      async play({ Purse }) {
        const purse = new Purse();
        go('payer', () => purse.pay(4));
        const how = await purse.buy(patient, 3);
        return [how, await purse.buy(patient, 1)];
      },
      expect: ['bought', 'bought'],
      maxSteps: 200,
    },
    {
      name: 'one who gives up',
      async play({ Purse }) {
        const purse = new Purse();
        const [ctx, cancel] = context.withCancel(patient);
        go('canceller', () => cancel());
        const how = await purse.buy(ctx, 3);
        await purse.pay(3);
        return [how, await purse.buy(patient, 3)];
      },
      expect: ['gave up', 'bought'],
      maxSteps: 200,
    },
    {
      name: 'given up before it began',
      async play({ Purse }) {
        const purse = new Purse();
        const [ctx, cancel] = context.withCancel(patient);
        cancel();
        return await purse.buy(ctx, 3);
      },
      expect: 'gave up',
    },
    {
      name: 'one gives up beside one who waits',
      async play({ Purse }) {
        const purse = new Purse();
        const [ctx, cancel] = context.withCancel(patient);
        const wg = new WaitGroup();
        let second = '';
        wg.add(1);
        go('other', async () => {
          second = await purse.buy(patient, 1);
          wg.done();
        });
        go('canceller', () => cancel());
        const first = await purse.buy(ctx, 3);
        await purse.pay(1);
        await wg.wait();
        return [first, second];
      },
      expect: ['gave up', 'bought'],
    },
    {
      name: 'one gives up, with something in the purse',
      async play({ Purse }) {
        const purse = new Purse();
        const [ctx, cancel] = context.withCancel(patient);
        await purse.pay(2);
        go('canceller', () => cancel());
        const how = await purse.buy(ctx, 3);
        return [how, await purse.buy(patient, 2)];
      },
      expect: ['gave up', 'bought'],
    },
  ],
  mistakes: {
    'keeps-the-change': {
      verdict: 'deadlock',
      scene: 'one gives up, with something in the purse',
      say: 'What was in the purse is gone, and nothing was bought. Who gives up takes nothing: put back what was taken so far, or take it all in one go.',
    },
    'asks-again': {
      verdict: 'livelock',
      say: 'The buyer gets up every millisecond to see whether the context has ended. The context will tell you when it does, if you ask it to.',
    },
    'leaves-locked': {
      verdict: 'deadlock',
      code: /return 'gave up';[^]*unlock\(\);\s*return/,
      say: 'The buyer gives up and takes the key of the purse home. Every way out of the lock has to unlock.',
    },
    'wakes-somebody': {
      verdict: 'deadlock',
      code: /signal\(\)/,
      say: 'A signal wakes whoever has waited longest. That was the other buyer, who looked and lay down again, and the one whose context has ended sleeps on.',
    },
    'rings-without-the-lock': {
      verdict: 'deadlock',
      code: /afterFunc\((?![^]*?lock\(\)[^]*?broadcast)/,
      say: 'The context ended after the buyer’s look at it, and before the buyer was in the line: the broadcast found nobody. It is the lost wake-up once more. What keeps somebody out between the look and the line?',
    },
    'wakes-and-waits': {
      verdict: 'deadlock',
      code: /while \(this\.#coins < price\)[^]*isEnough/,
      say: 'The buyer is woken when the context ends, looks at the coins, and waits again. Its loop has to know the other reason to get up.',
    },
    'pays-all-the-same': {
      verdict: 'deadlock',
      code: /isEnough = ctx/,
      say: 'The one who gave up has taken the price with it, and now the purse owes money. The next buyer waits for coins that have been paid.',
    },
    'asks-once': {
      verdict: 'wrong-result',
      code: /if \(this\.#coins < price &&/,
      say: 'Somebody else’s context ended, and the patient one was woken with all the others. It had no reason to give up: it should have looked, and waited again.',
    },
    'looks-at-the-clock-only': {
      verdict: 'deadlock',
      say: 'The context has ended, and nobody has told the buyer, who sleeps. A Cond wakes only those for whom somebody rings. Who rings when the context ends?',
    },
  },
});
