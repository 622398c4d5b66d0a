import { check } from 'happens-before/check';
import {
  Event,
  SimpleQueue,
  ThreadPoolExecutor,
} from 'happens-before/threading';
import type * as Answer from './solution';

/** A file, and what is known of it: the most rows in hand. */
function fileOf(rows: string[]) {
  const read = new SimpleQueue<string>();
  const done = new SimpleQueue<string>();
  const gauge = { most: 0 };
  function* lines() {
    for (const row of rows) {
      read.putNowait(row);
      gauge.most = Math.max(gauge.most, read.qsize() - done.qsize());
      yield row;
    }
  }
  const handle = async (row: string) => {
    try {
      if (row === '?') throw new Error('not a row');
      return row.length;
    } finally {
      done.putNowait(row);
    }
  };
  return { lines: lines(), handle, gauge };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'three rows, two in hand',
      timers: 'patient',
      async play({ handleAll }) {
        const { lines, handle, gauge } = fileOf(['a', 'bob', 'cy']);
        const pool = new ThreadPoolExecutor(1);
        const results = await handleAll(pool, lines, 2, handle);
        return { results, inHand: gauge.most <= 2 };
      },
      expect: {
        results: [{ value: 1 }, { value: 3 }, { value: 2 }],
        inHand: true,
      },
    },
    {
      name: 'a bad row, one in hand',
      timers: 'patient',
      async play({ handleAll }) {
        const { lines, handle, gauge } = fileOf(['?', 'dora']);
        const pool = new ThreadPoolExecutor(1);
        const results = await handleAll(pool, lines, 1, handle);
        return { results, inHand: gauge.most <= 1 };
      },
      expect: {
        results: [{ failed: 'not a row' }, { value: 4 }],
        inHand: true,
      },
    },
    {
      name: 'an empty file',
      timers: 'patient',
      async play({ handleAll }) {
        const { lines, handle } = fileOf([]);
        const pool = new ThreadPoolExecutor(1);
        return await handleAll(pool, lines, 3, handle);
      },
      expect: [],
    },
    {
      name: 'the first row is done when the second is',
      timers: 'patient',
      async play({ handleAll }) {
        const second = new Event();
        const pool = new ThreadPoolExecutor(2);
        const handle = async (row: string) => {
          if (row === 'one') await second.wait();
          else second.set();
          return row === 'one' ? 1 : 2;
        };
        return await handleAll(pool, ['one', 'two'], 2, handle);
      },
      expect: [{ value: 1 }, { value: 2 }],
    },
    {
      name: 'the first row is done when the third is',
      timers: 'patient',
      async play({ handleAll }) {
        const third = new Event();
        const pool = new ThreadPoolExecutor(2);
        const handle = async (row: string) => {
          if (row === 'one') await third.wait();
          if (row === 'three') third.set();
          return row.length;
        };
        return await handleAll(pool, ['one', 'two', 'three'], 2, handle);
      },
      expect: [{ value: 3 }, { value: 3 }, { value: 5 }],
    },
  ],
  mistakes: {
    'stops-at-a-bad-row': {
      verdict: 'error',
      scene: 'a bad row, one in hand',
      say: 'One row is bad, and all that comes of it is an error: the results of the good ones are gone. Catch it where the row is handled, and keep it as a result.',
    },
    'only-when-it-went-well': {
      verdict: 'deadlock',
      scene: 'a bad row, one in hand',
      say: 'The bad row has kept its place. Here there was only one, so reading waits for ever. Room has to be given back however the row ended.',
    },
    'one-by-one': {
      verdict: 'deadlock',
      scene: 'the first row is done when the second is',
      code: /^(?![\s\S]*Semaphore\()/,
      say: 'One row at a time takes no memory and makes no use of the pool. Here the first row needs the second to be under way.',
    },
    'waits-for-the-oldest': {
      verdict: 'deadlock',
      scene: 'the first row is done when the third is',
      code: /shift\(\)/,
      say: 'The second row is done and its place is free, but you stand beside the oldest one and do not see it. Room comes from whichever row is done.',
    },
    'in-batches': {
      verdict: 'deadlock',
      scene: 'the first row is done when the third is',
      say: 'The next rows are read when all of these are done. One slow row, and the workers of the others have nothing to do; here it waits for just the row that you do not read.',
    },
    'reads-it-all-first': {
      verdict: 'wrong-result',
      code: /\[\.\.\.rows\]|Array\.from\(rows/,
      say: 'The loop waits for room, and by then the whole file has been read into a list.',
    },
    'a-limit-inside': {
      verdict: 'wrong-result',
      code: /=> \{\s*await room\.acquire/,
      say: 'The limit is inside of the tasks, so few are *handled* at once. They are all read and stand in the queue. Reading has to wait, not working.',
    },
    'room-at-once': {
      verdict: 'wrong-result',
      code: /submit\([^\n]*\n\s*room\.release/,
      say: 'You give the room back as soon as the row is in the queue. It is in memory until it is done.',
    },
    'one-row-too-many': {
      verdict: 'wrong-result',
      code: /of rows\) \{\s*await \w+\.acquire/,
      say: 'Nearly. The loop reads a row and then asks for room, with the row in its hand. That is one more than there may be.',
    },
    map: {
      verdict: 'wrong-result',
      code: /pool\.map\(/,
      say: '`map` takes every row before it gives you the first result. Generator or not: they are all in the queue.',
    },
    'as-they-end': {
      verdict: 'wrong-result',
      code: /results\.push\(\{ value: await handle/,
      say: 'All there, and nothing is held too long. But the results stand in the order in which the rows were done, and the file has an order of its own.',
    },
  },
});
