import { check } from 'happens-before/check';
import { atomic, chan, Mutex } from 'happens-before/go';
import type * as Answer from './solution';

const red = async (marble: string) => marble === 'red';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a blue one among them',
      play: ({ countRed }) => countRed([['red', 'blue'], ['red']], 2, red),
      expect: 2,
    },
    {
      name: 'three boxes, two workers',
      play: ({ countRed }) => countRed([['red'], ['red'], ['red', 'blue']], 2, red),
      expect: 3,
    },
    {
      name: 'the second marble knows the first',
      async play({ countRed }) {
        const colour = chan<boolean>();
        const looks = new atomic.Int64();
        const count = await countRed([['this'], ['the same as this']], 2, async (marble) => {
          looks.add(1);
          if (marble === 'this') return (await colour.receive()) ?? false;
          await colour.send(true);
          return true;
        });
        return [count, looks.load()];
      },
      expect: [2, 2],
    },
    {
      name: 'one box, two workers',
      play: ({ countRed }) => countRed([['blue', 'red']], 2, red),
      expect: 1,
    },
    {
      name: 'one worker, who has one pair of eyes',
      async play({ countRed }) {
        const eyes = new Mutex();
        return await countRed([['red'], ['blue', 'red']], 1, async (marble) => {
          if (!eyes.tryLock()) throw new Error('whose eyes are these?');
          await null;
          eyes.unlock();
          return marble === 'red';
        });
      },
      expect: 2,
    },
    {
      name: 'no boxes',
      play: ({ countRed }) => countRed([], 2, red),
      expect: 0,
    },
  ],
  mistakes: {
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(chan|wait\(|all\())/,
      say: 'You start the workers and return what has been counted so far, which is nothing. Who tells you that they are done?',
    },
    'takes-the-first': {
      verdict: 'wrong-result',
      code: /return \(?await counts\.receive/,
      say: 'You take the first count that comes in for all of them. Each worker has one to report.',
    },
    'closes-when-done': {
      verdict: 'wrong-result',
      code: /close\(\)/,
      say: 'The first worker who is done closes the channel for all of them. The counts of the others go nowhere.',
    },
    'never-closes': {
      verdict: 'deadlock',
      code: /for await/,
      say: 'All counts are in, and the loop waits for another one. It ends when the channel is closed; or count the receives, since you know how many there will be.',
    },
    'one-after-another': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*(go\())/,
      say: 'There is one worker, and he does it all, one box after the other. Here the first marble’s colour is known only to the second.',
    },
    'sends-each-box': {
      verdict: 'wrong-result',
      scene: 'three boxes, two workers',
      code: /for[\s\S]*for[\s\S]*let red = 0;[\s\S]*send\(red\);\s*}\s*}\)/,
      say: 'Each worker sends a count for each of his boxes, and you receive one for each worker. What is left over is in nobody’s total.',
    },
    'shares-the-total': {
      verdict: 'wrong-result',
      code: /total \+= 1/,
      say: 'All workers add to the same number, and two additions at the same moment are one. Let each of them count for himself, and report once.',
    },
    'holds-the-lock': {
      verdict: 'deadlock',
      code: /lock\(\)/,
      say: 'A worker holds the lock while it looks, so only one looks at a time. It is the adding that has to be guarded, and not the looking.',
    },
    'a-worker-each': {
      verdict: 'error',
      message: /whose eyes/,
      say: 'Every box has a goroutine of its own, whatever `workers` says. The count is right, and the one who asked for a single worker has as many as there are boxes.',
    },
    'some-boxes-twice': {
      verdict: 'wrong-result',
      code: /\+ 1\)|ceil/,
      say: 'Some boxes are opened by two workers, since one part ends where the next one has begun already. Draw the parts for two boxes and two workers.',
    },
    'sends-what-it-saw': {
      verdict: 'wrong-result',
      scene: 'a blue one among them',
      code: /seen|length\)/,
      say: 'Each worker counts the red ones, and then reports how many he has seen. As long as all of them are red, nobody notices.',
    },
    'leaves-the-rest': {
      verdict: 'wrong-result',
      code: /floor|trunc/,
      say: 'Three boxes for two workers are one each, rounded down. The last box has not been opened by anybody.',
    },
  },
});
