import { check } from 'happens-before/check';
import {
  currentThread,
  Event,
  ThreadPoolExecutor,
} from 'happens-before/threading';
import type * as Answer from './solution';

const load: Answer.Load = async (item) => {
  if (item === '') throw new Error('no name');
  return item.length;
};

/** Notes what it is told, and whether main was the one who told it. */
function watch() {
  const seen: string[] = [];
  return {
    seen,
    async onProgress(done: number) {
      const who = currentThread().name;
      seen.push(who === 'main' ? `${done}` : `${done} elsewhere`);
    },
  };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one of two has no name',
      timers: 'patient',
      async play({ loadAll }) {
        const { seen, onProgress } = watch();
        const pool = new ThreadPoolExecutor(1);
        const items = ['', 'lake'];
        const results = await loadAll(pool, items, load, onProgress);
        return { results, seen };
      },
      expect: {
        results: [{ failed: 'no name' }, { value: 4 }],
        seen: ['1', '2'],
      },
    },
    {
      name: 'the first is slow',
      timers: 'patient',
      async play({ loadAll }) {
        const { seen, onProgress } = watch();
        const moved = new Event();
        const pool = new ThreadPoolExecutor(2);
        const results = await loadAll(
          pool,
          ['slow', 'fast'],
          async (item) => {
            if (item === 'slow') await moved.wait();
            return item === 'slow' ? 9 : 1;
          },
          async (done) => {
            await onProgress(done);
            moved.set();
          },
        );
        return { results, seen };
      },
      expect: {
        results: [{ value: 9 }, { value: 1 }],
        seen: ['1', '2'],
      },
    },
    {
      name: 'nothing to load',
      timers: 'patient',
      async play({ loadAll }) {
        const { seen, onProgress } = watch();
        const pool = new ThreadPoolExecutor(2);
        return { got: await loadAll(pool, [], load, onProgress), seen };
      },
      expect: { got: [], seen: [] },
    },
  ],
  mistakes: {
    'in-the-order-of-the-items': {
      verdict: 'error',
      code: /\.map\(load/,
      say: '`map` throws at the first failure, and you are out of the loop. It would also hold up the bar until the first item is there.',
    },
    'stops-at-a-failure': {
      verdict: 'error',
      say: 'One item failed, and with it everything: `result` throws what the load threw, and nobody catches it here.',
    },
    'counts-what-worked': {
      verdict: 'wrong-result',
      got: { results: [{ failed: 'no name' }, { value: 4 }], seen: ['1'] },
      say: 'A load that failed has ended, too. A bar that counts only what worked never reaches its end.',
    },
    'in-the-workers': {
      verdict: 'wrong-result',
      code: /submit\(async \(\) =>/,
      say: 'The workers move the bar now, each in its own thread. Whoever draws it has to reckon with being called twice at the same time.',
    },
    'with-callbacks': {
      verdict: 'wrong-result',
      code: /addDoneCallback/,
      say: 'A callback is called by whoever ends the future, and that is a worker. And nobody waits for an `async` one.',
    },
    'without-the-pool': {
      verdict: 'deadlock',
      code: /await load\(/,
      say: 'Without the pool, one item is loaded after the other. Here the slow one is there only when something else has moved the bar.',
    },
    'one-future-after-the-other': {
      verdict: 'deadlock',
      scene: 'the first is slow',
      say: 'You wait for the first future, and the second has long been done. The bar stands still for as long as the first item likes.',
    },
    'as-they-come': {
      verdict: 'wrong-result',
      say: 'The bar moves as it should. But the results have come in the order of the ends, and the caller counts on that of the items.',
    },
  },
});
