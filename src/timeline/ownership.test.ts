import { inGo, inPython, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { taskName, type Trace } from '#trace';
import { holdings } from './ownership.ts';

const rails = (trace: Trace) => holdings(trace).map(({ task, from, to }) => ({ task: taskName(trace, task), from, to }));
const stepOf = (trace: Trace, task: string, verb: string) =>
  trace.events.find((event) => taskName(trace, event.task) === task && event.verb === verb)!.step;

describe('who holds a lock', () => {
  it('TR33 is nobody from where another thread releases it', () => {
    const trace = run(
      inPython(`
const pool = new Lock();
await pool.acquire();
const tom = new Thread({ target: async () => pool.release(), name: 'Tom' });
tom.start();
await tom.join();
`),
    );
    expect(rails(trace)).toEqual([{ task: 'main', from: stepOf(trace, 'main', 'acquire'), to: stepOf(trace, 'Tom', 'release') }]);
  });

  it('TR33 is nobody from where another goroutine unlocks it, and readers keep their own', () => {
    const mutex = run(
      inGo(
        `const m = new Mutex(), wg = new WaitGroup(); await m.lock(); wg.add(1); go('other', async () => { m.unlock(); wg.done(); }); await wg.wait();`,
      ),
    );
    expect(rails(mutex)).toEqual([{ task: 'main', from: stepOf(mutex, 'main', 'lock'), to: stepOf(mutex, 'other', 'unlock') }]);

    const readers = run(inGo(`const m = new RWMutex(); await m.rLock(); await m.rLock(); m.rUnlock();`));
    expect(holdings(readers).map(({ shared, to }) => [shared, to !== undefined])).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});
