import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

type Counts = { hits: number; total: number };
const text = ({ hits, total }: Counts) => `${hits} of ${total}`;

/** Each counts once; one more looks meanwhile, and at the end. */
async function day({ Rate }: typeof Answer, ...looks: boolean[]) {
  const rate = new Rate();
  const wg = new WaitGroup();
  for (const isHit of looks)
    wg.go(async () => {
      await rate.count(isHit);
    });
  const seen = text(await rate.read());
  await wg.wait();
  return `${seen}, then ${text(await rate.read())}`;
}

const oneOf = (then: string, ...seen: string[]) => {
  return (got: string) =>
    seen.some((counts) => got === `${counts}, then ${then}`);
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'nobody looks meanwhile',
      async play({ Rate }) {
        const rate = new Rate();
        const before = text(await rate.read());
        for (const isHit of [true, false, true, true])
          await rate.count(isHit);
        return [before, text(await rate.read())];
      },
      expect: ['0 of 0', '3 of 4'],
    },
    {
      name: 'a hit',
      play: (answer) => day(answer, true),
      expect: oneOf('1 of 1', '0 of 0', '1 of 1'),
      maxSteps: 80,
    },
    {
      name: 'one after another, somebody looks',
      async play({ Rate }) {
        const rate = new Rate();
        const wg = new WaitGroup();
        wg.go(async () => {
          await rate.count(true);
          await rate.count(false);
        });
        const seen = text(await rate.read());
        await wg.wait();
        return `${seen}, then ${text(await rate.read())}`;
      },
      expect: oneOf('1 of 2', '0 of 0', '1 of 1', '1 of 2'),
      maxSteps: 80,
    },
    {
      name: 'a hit and a miss at the same time',
      play: (answer) => day(answer, true, false),
      expect: oneOf('1 of 2', '0 of 0', '1 of 1', '0 of 1', '1 of 2'),
      maxSteps: 80,
    },
  ],
  mistakes: {
    'changes-what-it-holds': {
      code: /counts\.(hits|total) (\+=|=)/,
      verdict: 'wrong-result',
      say: 'The reference is atomic. What it leads to is not, and you change it while others look at it.',
    },
    'stores-it': {
      verdict: 'wrong-result',
      scene: 'a hit and a miss at the same time',
      code: /\.store\(\{[^}]*old/,
      say: 'Those who look see one moment now. But two who count begin from the same counts, and the second store covers the first.',
    },
    'tries-once': {
      verdict: 'wrong-result',
      scene: 'a hit and a miss at the same time',
      code: /compareAndSwap/,
      say: 'When the swap fails, nothing has been counted. You have to begin again, from the counts that are there now.',
    },
    'locks-only-counting': {
      verdict: 'wrong-result',
      code: /async count[^}]*\.lock\(/,
      say: 'The lock keeps apart those who count. Whoever looks does not ask for it, and looks in between.',
    },
    'looks-twice': {
      verdict: 'wrong-result',
      code: /for \(|while \(/,
      say: 'One number was the same both times, and in between you have read the other of somebody who is half done with counting. That a number has not changed does not mean that nothing has.',
    },
    'cuts-it-off': {
      verdict: 'wrong-result',
      code: /Math\.min/,
      say: 'Hits that are too many are cut off now. Hits that are missing are missing still: the look is counted, and you had asked for the hits before.',
    },
    'total-first': {
      verdict: 'wrong-result',
      code: /this\.total\.add\(1\);\s*if/,
      say: 'There are never more hits than looks now. But for a moment a hit is counted as a miss.',
    },
    'other-way-round': {
      verdict: 'wrong-result',
      code: /total = this\.total\.load\(\);\s*const hits/,
      say: 'Between the two loads, any number of looks may be counted. Then the hits are of now, and the total is of then.',
    },
    'two-loads': {
      verdict: 'wrong-result',
      say: 'Each number is right, at its own moment. In between, somebody is half done with counting.',
    },
  },
});
