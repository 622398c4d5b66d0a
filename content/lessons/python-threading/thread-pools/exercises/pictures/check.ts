import { check } from 'happens-before/check';
import {
  currentThread,
  Event,
  ThreadPoolExecutor,
} from 'happens-before/threading';
import type * as Answer from './solution';

const newPool = (maxWorkers: number) =>
  new ThreadPoolExecutor({ maxWorkers, threadNamePrefix: 'given' });

/** The length of its name, if a worker of the given pool asks. */
const load: Answer.Load = async (picture) =>
  currentThread().name.startsWith('given') ? picture.length : -100;

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two pages, one worker',
      timers: 'patient',
      play: ({ weigh }) => weigh(newPool(1), [['sun'], ['moon']], load),
      expect: [3, 4],
    },
    {
      name: 'a page without pictures, and one with two',
      timers: 'patient',
      play: ({ weigh }) => weigh(newPool(1), [[], ['sea', 'a']], load),
      expect: [0, 4],
    },
    {
      name: 'two pages, two workers',
      timers: 'patient',
      play: ({ weigh }) => weigh(newPool(2), [['sun'], ['moon']], load),
      expect: [3, 4],
    },
    {
      name: 'one picture is there only when the other is',
      timers: 'patient',
      async play({ weigh }) {
        const [sun, sea] = [new Event(), new Event()];
        return await weigh(newPool(2), [['sun', 'sea'], []], async (one) => {
          (one === 'sun' ? sun : sea).set();
          await (one === 'sun' ? sea : sun).wait();
          return one === 'sun' ? 10 : 1;
        });
      },
      expect: [11, 0],
    },
    {
      name: 'one page is there only when the other is',
      timers: 'patient',
      async play({ weigh }) {
        const [sun, sea] = [new Event(), new Event()];
        return await weigh(newPool(2), [['sun'], ['sea']], async (one) => {
          (one === 'sun' ? sun : sea).set();
          await (one === 'sun' ? sea : sun).wait();
          return one === 'sun' ? 10 : 1;
        });
      },
      expect: [10, 1],
    },
    {
      name: 'twice with one pool',
      timers: 'patient',
      async play({ weigh }) {
        const pool = newPool(1);
        const first = await weigh(pool, [['ice']], load);
        return [...first, ...(await weigh(pool, [['snow']], load))];
      },
      expect: [3, 4],
    },
  ],
  mistakes: {
    'gives-up-after-a-second': {
      verdict: 'wrong-result',
      code: /result\(\d/,
      say: 'Nobody waits for ever now, and a page lies about its weight: its picture had no chance to be loaded while its own page held the worker.',
    },
    'loads-it-oneself': {
      verdict: 'deadlock',
      code: /await load\(/,
      say: 'No worker waits for the pool any more. But one worker loads all the pictures of a page, one after the other, and here they have to be loaded at the same time.',
    },
    'one-after-another': {
      verdict: 'deadlock',
      code: /await pool\.submit\([^)]*\)\.result/,
      say: 'You submit a picture and wait for it before you submit the next, so one worker is busy and the others look on.',
    },
    'page-by-page': {
      verdict: 'deadlock',
      scene: 'one page is there only when the other is',
      say: 'The pictures of one page are loaded together, and the next page waits its turn. All of them can be in the pool from the start.',
    },
    'pages-in-the-pool': {
      verdict: 'deadlock',
      say: 'Every worker has a page and waits for a picture, and there is nobody left to load one. A task should not wait for a task of its own pool.',
    },
    'a-bigger-pool': {
      verdict: 'wrong-result',
      code: /new ThreadPoolExecutor/,
      say: 'Only the workers of the given pool have a connection. A pool of your own has more hands, and no way to load anything.',
    },
    'as-they-come': {
      verdict: 'wrong-result',
      code: /asCompleted/,
      say: 'The first pictures to arrive need not be those of the first page. A future knows its result, not where it belongs; keep it with its page.',
    },
    'shuts-the-pool': {
      verdict: 'error',
      message: /cannot schedule new futures/,
      say: 'The pool is not yours. Somebody else has work for it, and now it takes none.',
    },
  },
});
