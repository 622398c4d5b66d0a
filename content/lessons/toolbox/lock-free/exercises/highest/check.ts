import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** What is said to each, and the record in the end. */
async function meeting(best: Answer.Best, ...jumps: number[]) {
  const wg = new WaitGroup();
  const records = jumps.map(() => 'nothing');
  for (const [place, metres] of jumps.entries())
    wg.go(async () => {
      const isRecord = await best.jumped(metres);
      records[place] = isRecord ? 'record' : 'no';
    });
  await wg.wait();
  return `${records.join(' ')}: ${await best.metres()}`;
}

const oneOf = (...outcomes: string[]) => {
  return (outcome: string) => outcomes.includes(outcome);
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one after another',
      async play({ Best }) {
        const best = new Best();
        const said: unknown[] = [];
        for (const metres of [6, 4, 6, 8])
          said.push(await best.jumped(metres), await best.metres());
        return said;
      },
      expect: [true, 6, false, 6, false, 6, true, 8],
    },
    {
      name: 'two at the same time',
      play: ({ Best }) => meeting(new Best(), 7, 9),
      expect: oneOf('record record: 9', 'no record: 9'),
    },
    {
      name: 'just as far',
      play: ({ Best }) => meeting(new Best(), 5, 5),
      expect: oneOf('record no: 5', 'no record: 5'),
    },
    {
      name: 'one further than the record, and one not',
      async play({ Best }) {
        const best = new Best();
        await best.jumped(3);
        return await meeting(best, 4, 2);
      },
      expect: 'record no: 4',
    },
    {
      name: 'neither is further than the record',
      async play({ Best }) {
        const best = new Best();
        await best.jumped(5);
        return await meeting(best, 2, 4);
      },
      expect: 'no no: 5',
    },
    {
      name: 'three at the same time',
      play: ({ Best }) => meeting(new Best(), 9, 6, 7),
      expect: oneOf(
        'record record record: 9',
        'record record no: 9',
        'record no record: 9',
        'record no no: 9',
      ),
    },
    {
      name: 'four at the same time',
      play: ({ Best }) => meeting(new Best(), 9, 6, 7, 8),
      expect: (outcome: string) => outcome.endsWith(': 9'),
    },
  ],
  mistakes: {
    'equals-count': {
      verdict: 'wrong-result',
      scene: 'one after another',
      got: [true, 6, false, 6, true, 6, true, 8],
      say: 'Who jumps just as far as the record has not set a new one.',
    },
    'swaps-back': {
      verdict: 'wrong-result',
      code: /swap\(metres\)[\s\S]*store\(old\)/,
      say: 'You put back what was there before you came. Somebody else may have jumped further meanwhile, and that you put out.',
    },
    'passes-it-on': {
      verdict: 'wrong-result',
      scene: 'neither is further than the record',
      code: /\.swap\(mine\)/,
      say: 'In the end the furthest is there. But while you carry it in your hands, a lesser one stands in its place, and others are told that they have set a record.',
    },
    swaps: {
      verdict: 'wrong-result',
      code: /\.swap\(metres\)/,
      say: 'You get to know what was there before, in one step, which is good. But by then your jump has taken its place, whether it is further or not.',
    },
    'does-not-look-again': {
      verdict: 'wrong-result',
      code: /compareAndSwap\(this\.best\.load\(\)/,
      say: 'If the swap fails, you try again with the number that is there now, and never ask whether yours is further than that.',
    },
    'looks-afterwards': {
      verdict: 'wrong-result',
      code: /store\(metres\);\s*if/,
      say: 'When you look again, the harm is done: your store has covered a better jump, and you never knew it. Looking has to come before, and nothing between it and the change.',
    },
    'tries-twice': {
      verdict: 'wrong-result',
      scene: 'three at the same time',
      code: /compareAndSwap/,
      say: 'A second try is not enough if two others come in between, and no number of tries is enough for any number of others. Only a record that is further than yours is a reason to stop.',
    },
    'tries-once': {
      verdict: 'wrong-result',
      code: /compareAndSwap/,
      say: 'The swap failed since somebody else set a record. Perhaps a smaller one! Then yours is a record still, and it has not been taken down.',
    },
    'looks-then-stores': {
      verdict: 'wrong-result',
      say: 'You look, and you store, and in between somebody jumps further. Your store covers it.',
    },
  },
});
