import { check } from 'happens-before/check';
import { atomic, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** Loads that fail as often as it says, and say if two of them meet. */
function database(failures: number) {
  const loads = new atomic.Int32();
  const atWork = new atomic.Int32();
  const met = new atomic.Bool();
  async function load() {
    if (atWork.add(1) > 1) met.store(true);
    const count = loads.add(1);
    await Promise.resolve();
    atWork.add(-1);
    if (count <= failures) throw new Error('not up yet');
    return `page ${count}`;
  }
  return { load, loads, met };
}

async function told(get: () => Promise<unknown>) {
  try {
    return await get();
  } catch (error) {
    return (error as Error).message;
  }
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two calls',
      async play({ lazy }) {
        const { load, loads } = database(0);
        const get = lazy(load);
        const before = loads.load();
        return [before, await get(), await get()];
      },
      expect: [0, 'page 1', 'page 1'],
    },
    {
      name: 'nothing to be found',
      async play({ lazy }) {
        let loads = 0;
        const get = lazy(async () => {
          loads++;
          return undefined;
        });
        await get();
        await get();
        return loads;
      },
      expect: 1,
    },
    {
      name: 'the first load fails',
      async play({ lazy }) {
        const get = lazy(database(1).load);
        return [await told(get), await told(get), await told(get)];
      },
      expect: ['not up yet', 'page 2', 'page 2'],
    },
    {
      name: 'two at the same time',
      async play({ lazy }) {
        const { load, met } = database(0);
        const get = lazy(load);
        const wg = new WaitGroup();
        const pages: unknown[] = ['', ''];
        for (const place of [0, 1]) {
          wg.go(async () => {
            pages[place] = await told(get);
          });
        }
        await wg.wait();
        return [...pages, met.load()];
      },
      expect: ['page 1', 'page 1', false],
    },
    {
      name: 'two at the same time, and the first load fails',
      async play({ lazy }) {
        const { load, met } = database(1);
        const get = lazy(load);
        const wg = new WaitGroup();
        for (let i = 0; i < 2; i++) {
          wg.go(async () => {
            await told(get);
          });
        }
        await wg.wait();
        return [await told(get), met.load()];
      },
      expect: ['page 2', false],
    },
    {
      name: 'the first two loads fail',
      async play({ lazy }) {
        const get = lazy(database(2).load);
        return [await told(get), await told(get), await told(get)];
      },
      expect: ['not up yet', 'not up yet', 'page 3'],
    },
    {
      name: 'two who ask again, and the first load fails',
      async play({ lazy }) {
        const { load } = database(1);
        const get = lazy(load);
        const wg = new WaitGroup();
        for (let i = 0; i < 2; i++) {
          wg.go(async () => {
            await told(get);
            await told(get);
          });
        }
        await wg.wait();
        return await told(get);
      },
      expect: 'page 2',
    },
  ],
  mistakes: {
    'two-tries': {
      verdict: 'wrong-result',
      scene: 'the first two loads fail',
      say: 'The database takes a little longer to come up, and you have stopped trying. Every call after a failure tries again, however many there were.',
    },
    'throws-away-the-page': {
      verdict: 'wrong-result',
      scene: 'two who ask again, and the first load fails',
      say: 'Both waited for the load that failed. One made a fresh start and got the page; then the other made a fresh start as well, and threw it away. Before you throw away a failure, look whether it is still the one that you saw.',
    },
    'loads-at-once': {
      verdict: 'wrong-result',
      scene: 'two calls',
      got: [1, 'page 1', 'page 1'],
      say: 'It was loaded before anybody had asked. If nobody ever does, that was for nothing; and if it fails, nobody is there to be told.',
    },
    'once-per-call': {
      verdict: 'wrong-result',
      scene: 'two calls',
      say: 'Each call has a Once of its own, which has never been used. Once means once for each Once: it has to outlive the call.',
    },
    'asks-the-value': {
      verdict: 'wrong-result',
      scene: 'nothing to be found',
      say: 'What was found is `undefined`, and you take it for “not loaded yet”. Whether it is loaded and what was loaded are two things.',
    },
    'leaves-it-locked': {
      verdict: 'deadlock',
      scene: 'the first load fails',
      say: 'The load has failed, and the lock was not given back. The next call would try again, if it could come in.',
    },
    'loaded-too-soon': {
      verdict: 'wrong-result',
      scene: 'the first load fails',
      code: /isLoaded = true;\s*value = await/,
      say: 'It was written down as loaded before it had been. The load failed, and now nothing is there, and nobody will look again.',
    },
    'keeps-the-failure': {
      verdict: 'wrong-result',
      scene: 'the first load fails',
      say: 'The database is up by now, and the second call gets the old error. What is kept is the failure, and it is kept for ever.',
    },
    'two-loads': {
      verdict: 'wrong-result',
      scene: 'two at the same time',
      say: 'While the first load is under way, nothing has been loaded yet, and so the second call loads as well. It should wait for the one that is under way.',
    },
  },
});
