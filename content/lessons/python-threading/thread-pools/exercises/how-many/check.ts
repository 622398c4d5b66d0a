import { check } from 'happens-before/check';
import {
  asCompleted,
  Semaphore,
  sleep,
  ThreadPoolExecutor,
  work,
} from 'happens-before/threading';
import type * as Answer from './solution';

/** What is wrong, in the words of the exercise. */
const broken = (limits: Record<string, boolean>) =>
  Object.keys(limits).filter((name) => limits[name]);

export default check<typeof Answer>({
  scenes: [
    {
      name: 'eleven files',
      mode: 'cooperative',
      timers: 'patient',
      maxRuns: 100,
      async play({ config }) {
        const places = new Semaphore(5 - 2);
        let refused = 0;
        const pool = new ThreadPoolExecutor(config.downloads);
        const download = async (file: number) => {
          const isIn = await places.acquire(false);
          if (!isIn) {
            refused += 1;
            return;
          }
          // No two end together, as that would only make more orders.
          await sleep(0.5 + file / 1000);
          places.release();
        };
        for (let file = 1; file <= 11; file += 1) {
          pool.submit(download, file);
        }
        await pool.shutdown();
        return broken({
          refused: refused > 0,
          'too late': performance.now() > 2100,
        });
      },
      expect: [],
      allowRaces: true,
    },
    {
      name: 'four sums',
      mode: 'cpython',
      timers: 'patient',
      maxRuns: 100,
      cores: 2,
      async play({ config }) {
        const pool = new ThreadPoolExecutor(config.sums);
        const sums = [1, 2, 3, 4].map(() => pool.submit(work, 20));
        let first = 0;
        for await (const _ of asCompleted(sums)) {
          first ||= performance.now();
        }
        return broken({
          'first too late': first > 25,
          'last too late': performance.now() > 80,
        });
      },
      expect: [],
    },
  ],
  mistakes: {
    'the-usual-size': {
      verdict: 'wrong-result',
      code: /downloads:\s*([6-9]|10),/,
      say: 'The size that a pool has when you do not give it one knows how many processors there are. It does not know the mirror.',
    },
    'one-for-each-file': {
      verdict: 'wrong-result',
      code: /downloads:\s*(1[1-9]|[2-9]\d)/,
      say: 'A worker for each file is the fastest, if the other side plays along. It lets five in, and sends the rest of you away.',
    },
    'all-five': {
      verdict: 'wrong-result',
      code: /downloads:\s*5/,
      say: 'Five may be in at once, and two of them are not yours.',
    },
    'one-in-reserve': {
      verdict: 'wrong-result',
      code: /downloads:\s*4/,
      say: 'With four you would be done in three rounds. But one of the four stands outside, and is refused.',
    },
    'just-one': {
      verdict: 'wrong-result',
      code: /downloads:\s*1,/,
      say: 'One worker is a thread with a longer name: eleven files one after the other, five and a half seconds of waiting.',
    },
    'two-cores-two-downloads': {
      verdict: 'wrong-result',
      code: /downloads:\s*2,/,
      say: 'Two cores say nothing about downloads, which need none. With two workers there are six rounds of half a second.',
    },
    'two-cores-two-sums': {
      verdict: 'wrong-result',
      scene: 'four sums',
      code: /sums:\s*2/,
      say: 'The second core stands still, since there is one lock. Two sums that take turns are both ready late; the first one should be ready after 25 ms at most.',
    },
    'one-for-each-sum': {
      verdict: 'wrong-result',
      scene: 'four sums',
      say: 'All four take turns, and all four are ready near the end. The last is ready no sooner than with a single worker.',
    },
  },
});
