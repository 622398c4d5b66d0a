import { check } from 'happens-before/check';
import { Lock, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

/** Counts so many marbles per worker, and looks at the board at each of them. */
async function count(
  { batchFor }: typeof Answer,
  hall: Answer.Hall,
  marbles: number,
) {
  const batch = batchFor(hall);
  const lock = new Lock();
  let [counted, shown, taken, worst] = [0, 0, 0, 0];

  function countOne() {
    counted += 1;
    worst = Math.max(worst, counted - shown);
  }

  function show(inHand: number) {
    shown += inHand;
    taken += 1;
  }

  async function work() {
    let inHand = 0;
    for (let n = 1; n <= marbles; n++) {
      await countOne();
      inHand += 1;
      if (inHand < batch && n < marbles) continue;
      await lock.acquire();
      await show(inHand);
      lock.release();
      inHand = 0;
    }
  }

  const workers = Array.from(
    { length: hall.workers },
    () => new Thread({ target: work }),
  );
  for (const worker of workers) worker.start();
  for (const worker of workers) await worker.join();
  return { 'marbles behind': worst, 'times with the lock': taken };
}

const scene = (
  name: string,
  hall: Answer.Hall,
  marbles: number,
  taken: number,
) => ({
  name,
  play: async (answer: typeof Answer) =>
    await count(answer, hall, marbles),
  limits: {
    'marbles behind': { atMost: hall.behind },
    'times with the lock': { atMost: taken },
  },
  // Who counts looks at the board without the lock: the hall clock does not stop for it.
  allowRaces: true,
});

export default check<typeof Answer>({
  scenes: [
    scene('one worker', { workers: 1, behind: 3 }, 6, 2),
    scene('two workers', { workers: 2, behind: 4 }, 4, 4),
    scene('an odd number', { workers: 2, behind: 3 }, 2, 4),
    scene('three workers', { workers: 3, behind: 4 }, 1, 3),
  ],
  mistakes: {
    'one-by-one': {
      verdict: 'wrong-result',
      scene: 'one worker',
      got: ['times with the lock'],
      code: /return (workers > 0 \? )?1\b/,
      say: 'The board is never far behind, and the lock is taken for every single marble: the second row of the table in the lesson. The guests allow more than that.',
    },
    'one-too-careful': {
      verdict: 'wrong-result',
      scene: 'one worker',
      got: ['times with the lock'],
      say: 'The board is as fresh as it has to be, and fresher. Each time that it need not have been is a turn with the lock in which the others stand.',
    },
    'once-at-the-end': {
      verdict: 'wrong-result',
      scene: 'one worker',
      got: ['marbles behind'],
      code: /\d\d|\de\d|Infinity|MAX/,
      say: 'The lock is taken once, as in `merge`, and the board says 0 all evening. Nobody looked at it there before the end. Here guests do.',
    },
    'forgets-what-is-in-hand': {
      verdict: 'wrong-result',
      scene: 'one worker',
      got: ['marbles behind'],
      say: 'One too many. The last marble of a batch is counted *before* the worker goes to the board with it, and until it gets there, the whole batch is missing.',
    },
    'forgets-the-others': {
      verdict: 'wrong-result',
      scene: 'two workers',
      got: ['marbles behind'],
      code: /^(?![\s\S]*workers - 1)/,
      say: 'Alone, each worker keeps within it. In the order below, both have their hands full at the same time, and what the board lacks is the sum.',
    },
    'does-not-count-itself': {
      verdict: 'wrong-result',
      scene: 'two workers',
      got: ['marbles behind'],
      say: 'The one who is on the way to the board is still holding its marbles. Until it has added them, it is one of those who are behind.',
    },
    'rounds-up': {
      verdict: 'wrong-result',
      scene: 'an odd number',
      got: ['marbles behind'],
      say: 'Half a marble more for each of them is one too many for both. Which way has a limit to be rounded?',
    },
  },
});
