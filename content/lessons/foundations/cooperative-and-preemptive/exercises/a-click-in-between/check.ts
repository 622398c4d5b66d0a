import { check } from 'happens-before/check';
import { go, now, sleep, WaitGroup, work } from 'happens-before/go';
import type * as Answer from './solution';

/** A page that computes rows of so many milliseconds each, while a guest clicks every other millisecond for a while. */
async function page({ config }: typeof Answer, rows: number, each: number) {
  if (!(config.rowsPerTurn >= 1)) {
    throw new RangeError('a turn has at least one row');
  }
  let readyAt = 0;
  let longest = 0;

  async function report() {
    for (let left = rows; left > 0; left -= config.rowsPerTurn) {
      const turn = Math.min(left, config.rowsPerTurn);
      await work(turn * each);
      if (left > turn) await sleep(4);
    }
    readyAt = now();
  }

  async function clicks() {
    // Never at the same moment as the report, as that would only make more orders.
    for (let due = 1.125; due < 100; due += 2) {
      if (due > now()) await sleep(due - now());
      longest = Math.max(longest, now() - due);
    }
  }

  const both = new WaitGroup();
  both.go(clicks);
  both.go(report);
  await both.wait();
  return { 'longest wait of a click, in ms': longest, 'done after, in ms': readyAt };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'numbers only',
      mode: 'cooperative',
      timers: 'patient',
      play: async (answer) => await page(answer, 240, 1),
      limits: {
        'longest wait of a click, in ms': { atMost: 50 },
        'done after, in ms': { atMost: 300 },
      },
      allowRaces: true,
    },
    {
      name: 'a picture in each row',
      mode: 'cooperative',
      timers: 'patient',
      play: async (answer) => await page(answer, 60, 2.5),
      limits: { 'longest wait of a click, in ms': { atMost: 50 } },
      allowRaces: true,
    },
  ],
  mistakes: {
    'no-rows': {
      verdict: 'error',
      message: /at least one row/,
      say: 'A turn in which no row is computed brings the table no nearer, however many of them there are. One row is the least.',
    },
    'row-by-row': {
      verdict: 'wrong-result',
      got: ['done after, in ms'],
      code: /rowsPerTurn: [0-4],/,
      say: 'Each row takes 1 ms, and each pause after it takes four: the page spends most of its time on being polite. Count how many pauses fit between 240 and 300 ms.',
    },
    ten: {
      verdict: 'wrong-result',
      scene: 'numbers only',
      got: ['done after, in ms'],
      say: 'No click waits long, and there are too many pauses of 4 ms in between. How many turns may there be at most?',
    },
    'all-in-one': {
      verdict: 'wrong-result',
      scene: 'numbers only',
      got: ['longest wait of a click, in ms'],
      code: /rowsPerTurn: (2[4-9]\d|[3-9]\d\d|\d{4,})/,
      say: 'Without a pause there is nothing to pay, and nobody else. Who clicks in the first millisecond is answered when the last row is done: the frozen clock of this lesson.',
    },
    'a-hundred': {
      verdict: 'wrong-result',
      scene: 'numbers only',
      got: ['longest wait of a click, in ms'],
      say: 'A click that comes just after a turn has begun waits for the whole of it. How long does a turn of so many rows take?',
    },
    'the-mean': {
      verdict: 'wrong-result',
      scene: 'a picture in each row',
      code: /rowsPerTurn: 2\d,/,
      say: 'Enough for most of the tables, and a click waits for *this* one. A limit is kept by the slowest rows or not at all.',
    },
    'fifty-of-one': {
      verdict: 'wrong-result',
      scene: 'a picture in each row',
      say: 'So many rows are done within 50 ms as long as each takes 1 ms. In this table a row takes two and a half times as long, and so does the click.',
    },
  },
});
