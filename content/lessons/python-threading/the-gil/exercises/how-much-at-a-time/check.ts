import { check } from 'happens-before/check';
import { sleep, Thread, work } from 'happens-before/threading';
import type * as Answer from './solution';

const SIZE = 120;
const MS = 1 / 1000;

/** Reads a page of 120 KB, while another thread computes for so long. */
async function read({ config }: typeof Answer, sum: number) {
  if (!(config.kilobytes >= 1)) {
    throw new RangeError('a read asks for at least 1 KB');
  }
  let first = 0;
  let last = 0;

  async function page() {
    for (let left = SIZE; left > 0; left -= config.kilobytes) {
      const size = Math.min(left, config.kilobytes);
      await sleep((size / 2) * MS);
      // To go on here, it needs the lock, and somebody else has it.
      last = performance.now();
      first ||= last;
    }
  }

  const other = new Thread({ target: work, args: [sum] });
  const reader = new Thread({ target: page });
  other.start();
  reader.start();
  await reader.join();
  await other.join();
  return {
    'first rows after, in ms': Math.round(first * 10) / 10,
    'last rows after, in ms': Math.round(last * 10) / 10,
  };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'beside a sum',
      mode: 'cpython',
      timers: 'patient',
      cores: 2,
      play: async (answer) => await read(answer, 700),
      limits: {
        'first rows after, in ms': { atMost: 18 },
        'last rows after, in ms': { atMost: 90 },
      },
      maxRuns: 100,
    },
    {
      name: 'once the sum is done',
      mode: 'cpython',
      timers: 'patient',
      cores: 2,
      play: async (answer) => await read(answer, 2),
      limits: {
        'first rows after, in ms': { atMost: 18 },
        'last rows after, in ms': { atMost: 70 },
      },
      maxRuns: 100,
    },
  ],
  mistakes: {
    'nothing-at-all': {
      verdict: 'error',
      message: /at least 1 KB/,
      say: 'Who asks for nothing gets nothing, as often as he asks, and the page is never there. One kilobyte is the least.',
    },
    'a-page-of-memory': {
      verdict: 'wrong-result',
      got: ['last rows after, in ms'],
      code: /kilobytes: [1-9],/,
      say: 'The network is quick enough for it. But whoever has waited has to get the lock back, and here that is 5 ms after each few kilobytes.',
    },
    'ten-turns': {
      verdict: 'wrong-result',
      got: ['last rows after, in ms'],
      say: 'The waiting for the network is 60 ms, whatever you choose. What is left of the 90 pays for the waiting for the lock: how many times 5 ms is that?',
    },
    'all-of-it': {
      verdict: 'wrong-result',
      got: ['first rows after, in ms'],
      code: /kilobytes: (1[2-9]\d|[2-9]\d\d|\d{4,})/,
      say: 'The lock is waited for once, and nothing is to be seen until everything has come.',
    },
    'as-if-alone': {
      verdict: 'wrong-result',
      got: ['first rows after, in ms'],
      code: /kilobytes: (2[7-9]|3[0-6]),/,
      say: 'The first piece *has come* within the 18 ms. To show it, the thread needs the lock.',
    },
    'half-of-it': {
      verdict: 'wrong-result',
      got: ['first rows after, in ms'],
      say: 'Few turns, little waiting for the lock, and the first piece is too large to have come in time.',
    },
  },
});
