import { check } from 'happens-before/check';
import {
  Semaphore,
  sleep,
  ThreadPoolExecutor,
} from 'happens-before/threading';
import type * as Answer from './solution';

const MS = 1 / 1000;

/** Streams a file of so many rows through four workers. */
async function stream({ config }: typeof Answer, file: number) {
  if (!(config.rows >= 1)) {
    throw new RangeError('a piece has at least one row');
  }
  const permits = new Semaphore(config.pieces);
  const pool = new ThreadPoolExecutor(4);
  let inMemory = 0;
  let most = 0;

  async function handle(rows: number, each: number) {
    await sleep(rows * each * MS);
    inMemory -= rows;
    permits.release();
  }

  for (let left = file; left > 0; left -= config.rows) {
    const rows = Math.min(left, config.rows);
    await permits.acquire();
    inMemory += rows;
    most = Math.max(most, inMemory);
    await sleep((rows + 3) * MS);
    pool.submit(handle, rows, 4.5 + Math.random());
  }
  await pool.shutdown();
  return { 'rows in memory': most, 'done after, in ms': performance.now() };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a long file',
      timers: 'patient',
      mode: 'cooperative',
      play: async (answer) => await stream(answer, 240),
      limits: {
        'rows in memory': { atMost: 80 },
        'done after, in ms': { atMost: 375 },
      },
      seeds: [1, 2, 3, 4, 5],
      allowRaces: true,
      maxRuns: 20,
    },
    {
      name: 'a short file',
      timers: 'patient',
      mode: 'cooperative',
      play: async (answer) => await stream(answer, 40),
      limits: {
        'rows in memory': { atMost: 80 },
        'done after, in ms': { atMost: 150 },
      },
      seeds: [1, 2, 3],
      allowRaces: true,
      maxRuns: 20,
    },
  ],
  mistakes: {
    'no-rows': {
      verdict: 'error',
      message: /at least one row/,
      say: 'A piece without a row can be sent for ever, and the file gets no shorter. One row is the least.',
    },
    'no-permit': {
      verdict: 'deadlock',
      say: 'A permit is taken before anything is read, and there is none: the reader waits for one that nobody will give back.',
    },
    'large-and-many': {
      verdict: 'wrong-result',
      code: /rows: (1[4-9]|[2-9]\d|\d{3,}),\s*pieces: ([6-9]|\d\d)|rows: (1[7-9]|[2-9]\d|\d{3,}),\s*pieces: 5|rows: (2[1-9]|[3-9]\d|\d{3,}),\s*pieces: 4/,
      say: 'There are more than 80 rows in memory. Pieces times rows is what a full window holds, the piece that is being read included.',
    },
    'row-by-row': {
      verdict: 'wrong-result',
      code: /rows: [12],/,
      say: 'Each row is sent in a parcel of its own, and to pack the parcel takes three times as long as to read what is in it. The reader is the only one who works.',
    },
    'still-too-small': {
      verdict: 'wrong-result',
      code: /rows: [3-7],/,
      say: 'Four workers together need 5 ÷ 4 ms for a row. With so few rows to share its three milliseconds, the reader takes longer than that, and the workers wait for it.',
    },
    'fewer-than-workers': {
      verdict: 'wrong-result',
      code: /pieces: [1-3],/,
      say: 'There are fewer pieces than workers, so some of them never get anything to do.',
    },
    'one-for-each-worker': {
      verdict: 'wrong-result',
      code: /pieces: 4,/,
      say: 'One piece for each worker, and none on the table. Who is done gives a permit back, and stands there while the next piece is being read.',
    },
    'long-pieces': {
      verdict: 'wrong-result',
      say: 'Nobody lacks anything in the middle of the file. Look at its two ends: until the first piece has been read, four workers wait, and behind the last one they do so again. The longer the pieces, the longer that takes, and the fewer of them fit into memory.',
    },
  },
});
