import { check } from 'happens-before/check';
import { Full, Queue, sleep, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

/** Six sums come at once, and the owner of the board adds one after the other. */
async function rush({ roomFor }: typeof Answer, board: Answer.Board) {
  const sums = new Queue<number>(roomFor(board));
  let refused = 0;
  let oldest = 0;

  async function own() {
    for (;;) {
      const cameAt = await sums.get();
      if (cameAt < 0) return;
      await sleep(board.takes / 1000);
      oldest = Math.max(oldest, performance.now() - cameAt);
    }
  }

  const owner = new Thread({ target: own, name: 'owner' });
  owner.start();
  for (let n = 1; n <= 6; n++) {
    try {
      sums.putNowait(performance.now());
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      refused += 1;
    }
  }
  await sums.put(-1);
  await owner.join();
  return { 'oldest sum, in ms': oldest, 'sums refused': refused };
}

const scene = (name: string, board: Answer.Board, refused: number) => ({
  name,
  timers: 'patient' as const,
  play: async (answer: typeof Answer) => await rush(answer, board),
  limits: {
    'oldest sum, in ms': { atMost: board.within },
    'sums refused': { atMost: refused },
  },
});

export default check<typeof Answer>({
  scenes: [
    scene('ten of fifty', { takes: 10, within: 50 }, 2),
    scene('ten of forty-five', { takes: 10, within: 45 }, 3),
    scene('a slow hand', { takes: 25, within: 50 }, 5),
    scene('a quick hand', { takes: 8, within: 56 }, 0),
  ],
  mistakes: {
    'room-for-all': {
      verdict: 'wrong-result',
      scene: 'ten of fifty',
      code: /return (-\d+|0|[6-9]|\d{2,});|\d{3,}|\de\d/,
      say: 'Everybody gets in, and the last one is late. (With `maxsize` 0 a queue of Python has no limit at all.) A queue that refuses nobody only hides how far behind its owner is.',
    },
    'a-place-per-millisecond': {
      verdict: 'wrong-result',
      scene: 'ten of fifty',
      got: ['oldest sum, in ms'],
      code: /within - takes\b/,
      say: 'That is how long somebody may wait in the queue, and not how many. How many does the owner get done in that time?',
    },
    'forgets-the-one-in-hand': {
      verdict: 'wrong-result',
      scene: 'ten of fifty',
      got: ['oldest sum, in ms'],
      say: 'So many can be added in time, and the queue is full of them. But in the order below the owner has one more in hand when it fills up.',
    },
    'part-of-a-place': {
      verdict: 'error',
      message: /whole number/,
      say: 'Nobody can stand in half a place, and `maxsize` is a whole number. Which way is it to be rounded?',
    },
    'one-place': {
      verdict: 'wrong-result',
      scene: 'ten of fifty',
      got: ['sums refused'],
      code: /[?:] ?[01]\b|return [01];/,
      say: 'Nothing gets old, and nearly everything is sent away. Most of those who were refused would have been in time.',
    },
    'two-for-the-hand': {
      verdict: 'wrong-result',
      scene: 'ten of fifty',
      got: ['sums refused'],
      say: 'One is sent away that would have been in time, just so. The owner has one in hand, and not two.',
    },
    'rounds-up': {
      verdict: 'wrong-result',
      scene: 'ten of forty-five',
      say: 'Half a sum cannot be added. The last one in the queue comes to 50 ms, where 45 were allowed.',
    },
  },
});
