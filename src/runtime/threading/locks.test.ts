import { explore, inPython, possible as possibleIn, prints, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const lines = (text: string) => prints(inPython(text));
const possible = (text: string, options = {}) => possibleIn(inPython(text), options);
const thread = (name: string, body: string) => `const ${name} = new Thread({ name: '${name}', target: async () => { ${body} } });\n${name}.start();\n`;

describe('Lock', () => {
  it('LK1 acquire with a timeout gives false when the time is over, and takes a lock that is free', () => {
    expect(lines("const lock = new Lock();\nawait lock.acquire();\nconsole.log(await lock.acquire(true, 0.5), performance.now());")).toEqual(['false 500']);
    expect(possible(`const lock = new Lock();\nawait lock.acquire();\n${thread('t', 'console.log(await lock.acquire(true, 1));')}lock.release();`)).toEqual(['ok: false', 'ok: true']);
    expect(possible(`const lock = new Lock();\n${thread('t', 'await sleep(5);')}console.log(await lock.acquire(true, 1));`)).toEqual(['ok: true']);
    expect(lines('const lock = new Lock();\nconsole.log(await lock.acquire(true, 0), await lock.acquire(true, 0), performance.now());')).toEqual(['true false 0']);
  });

  it('LK2 refuses timeouts that make no sense', () => {
    expect(lines('await new Lock().acquire(false, 1);')).toEqual(["error: ValueError: can't specify a timeout for a non-blocking call (line 2)"]);
    expect(lines('await new Lock().acquire(true, -2);')).toEqual(['error: ValueError: timeout value must be a non-negative number (line 2)']);
    expect(lines("await new Lock().acquire(true, 'x' as any);")).toEqual(["error: TypeError: Lock.acquire takes a number of seconds, not 'x' (line 2)"]);
    expect(lines('await new Lock().acquire(true, Infinity);')).toEqual(['error: RangeError: timeout value is too large. To wait without an end, give Lock.acquire no timeout. (line 2)']);
  });
});

describe('RLock', () => {
  it('RL1 may be acquired again by its holder, and is free after as many releases', () => {
    expect(possible(`const lock = new RLock();\nlet n = 0;\n${['a', 'b'].map((name) => thread(name, 'await lock.with(async () => { n += 1; await lock.with(async () => { n += 1; }); });')).join('')}await a.join();\nawait b.join();\nconsole.log(n, lock.locked());`)).toEqual(['ok: 4 false']);
    expect(stuckIn(inPython(`const lock = new RLock();\nawait lock.acquire();\nawait lock.acquire();\nlock.release();\n${thread('t', 'await lock.acquire();')}`))).toEqual(['main: end of the program', 't: RLock.acquire']);
  });

  it('RL2 only its holder can release it', () => {
    expect(lines('new RLock().release();')).toEqual(['error: RuntimeError: cannot release un-acquired lock (line 2)']);
    expect(lines(`const lock = new RLock();\nawait lock.acquire();\n${thread('t', 'lock.release();')}await t.join();\nconsole.log(lock.locked());`)).toEqual(['Exception in thread t:', 'RuntimeError: cannot release un-acquired lock', 'true']);
  });

  it('RL3 acquire(false) and timeouts are those of a lock, but its holder always gets it', () => {
    expect(lines(`const lock = new RLock();\nconsole.log(await lock.acquire(), await lock.acquire(false), await lock.acquire(true, 1));\n${thread('t', 'console.log(await lock.acquire(false), await lock.acquire(true, 1), performance.now());')}`)).toEqual(['true true true', 'false false 1000']);
  });
});

describe('Semaphore', () => {
  it('SP1 lets in as many as there are, and no more', () => {
    const text = `let inside = 0;\nlet most = 0;\nconst seats = new Semaphore(2);\n${['a', 'b', 'c'].map((name) => thread(name, 'await seats.with(async () => { inside++; most = Math.max(most, inside); inside--; });')).join('')}await a.join(); await b.join(); await c.join();\nconsole.log(most <= 2);`;
    expect(possible(text, { mode: 'cpython' })).toEqual(['ok: true']);
    expect(stuckIn(inPython('const s = new Semaphore(0);\nawait s.acquire();'))).toEqual(['main: Semaphore.acquire']);
    expect(stuckIn(inPython('const s = new BoundedSemaphore(1);\nawait s.acquire();\nawait s.acquire();'))).toEqual(['main: BoundedSemaphore.acquire']);
  });

  it('SP2 acquire(false) and a timeout of 0 do not wait; a timeout gives false', () => {
    expect(lines('const s = new Semaphore();\nconsole.log(await s.acquire(false), await s.acquire(false), await s.acquire(true, 0), await s.acquire(true, -1), performance.now());\nconsole.log(await s.acquire(true, 2), performance.now());')).toEqual(['true false false false 0', 'false 2000']);
    expect(possible(`const s = new Semaphore(0);\n${thread('t', 'console.log(await s.acquire(true, 1));')}s.release();`)).toEqual(['ok: false', 'ok: true']);
  });

  it('SP3 release gives back one or several, whoever acquired; a bounded one refuses more than there were', () => {
    expect(lines('const s = new Semaphore(0);\ns.release(2);\nconsole.log(await s.acquire(false), await s.acquire(false), await s.acquire(false));')).toEqual(['true true false']);
    expect(lines('const s = new BoundedSemaphore(1);\ns.release();')).toEqual(['error: ValueError: Semaphore released too many times (line 3)']);
    expect(possible(`const s = new BoundedSemaphore(1);\n${thread('t', 's.release();')}await s.acquire();`)).toEqual(['ok', 'ok: Exception in thread t:, ValueError: Semaphore released too many times']);
  });

  it.each([
    ['new Semaphore(-1);', 'ValueError: semaphore initial value must be >= 0'],
    ['new Semaphore().release(0);', 'ValueError: n must be one or more'],
    ['await new Semaphore().acquire(false, 1);', "ValueError: can't specify timeout for non-blocking acquire"],
    ["new Semaphore('2' as any);", "TypeError: Semaphore takes a whole number, not '2'"],
  ])('SP4 refuses %s', (text, error) => {
    expect(lines(text)).toEqual([`error: ${error} (line 2)`]);
  });

  it('SP5 release happens before the acquire that it makes possible', () => {
    expect(explore(inPython(`let x = 0;\nconst done = new Semaphore(0);\n${thread('t', 'x = 1; done.release();')}await done.acquire();\nconsole.log(x);`))).toMatchObject({ races: [], outcomes: [{ output: ['1'] }] });
    expect(explore(inPython(`let x = 0;\nconst s = new Semaphore(2);\n${thread('t', 'await s.acquire(); x = 1; s.release();')}await s.acquire();\nconsole.log(x);`)).races.length).toBe(1);
  });
});

describe('Barrier', () => {
  const party = (name: string, body = '') => thread(name, `try { ${body} const n = await barrier.wait(); log.push(n); } catch (error) { log.push((error as Error).name); }`);
  const joined = (...names: string[]) => `${names.map((name) => `await ${name}.join();`).join(' ')}\nconsole.log(log.sort().join(' '), barrier.broken);`;

  it('BA1 nobody passes before all have come, and it can be used again', () => {
    expect(possible(`const log: unknown[] = [];\nconst barrier = new Barrier(2);\n${party('a')}${party('b')}${joined('a', 'b')}`)).toEqual(['ok: 0 1 false']);
    expect(stuckIn(inPython('await new Barrier(2).wait();'))).toEqual(['main: Barrier.wait']);
    expect(lines(`const barrier = new Barrier(2);\n${thread('a', 'for (const round of [1, 2]) { await barrier.wait(); console.log(round, barrier.nWaiting); }')}await barrier.wait(); await barrier.wait();`)).toEqual(['1 0', '2 0']);
    expect(lines('console.log(await new Barrier(1).wait(), new Barrier(3).parties);')).toEqual(['0 3']);
  });

  it('BA2 runs its action once per round, before anybody passes; if that fails, it is broken', () => {
    expect(possible(`const log: unknown[] = [];\nlet acted = 0;\nconst barrier = new Barrier(2, () => { acted++; });\n${['a', 'b'].map((name) => thread(name, 'await barrier.wait(); log.push(acted);')).join('')}await a.join(); await b.join();\nconsole.log(log.join());`)).toEqual(['ok: 1,1']);
    expect(possible(`const log: unknown[] = [];\nconst barrier = new Barrier(2, () => { throw new TypeError('no'); });\n${party('a')}${party('b')}${joined('a', 'b')}`)).toEqual(['ok: BrokenBarrierError TypeError true']);
  });

  it('BA3 who is late breaks it, for all who wait and come', () => {
    expect(possible(`const log: unknown[] = [];\nconst barrier = new Barrier(2, undefined, 1);\n${party('a')}await a.join();\n${party('b')}${joined('b')}`)).toEqual(['ok: BrokenBarrierError BrokenBarrierError true']);
    expect(possible(`const log: unknown[] = [];\nconst barrier = new Barrier(2);\n${party('a')}try { await barrier.wait(1); console.log('passed'); } catch (error) { console.log((error as Error).name); }\n${joined('a')}`)).toEqual(['ok: BrokenBarrierError, BrokenBarrierError true', 'ok: passed, 0 false', 'ok: passed, 1 false']);
  });

  it('BA4 abort breaks it; reset tells those who wait, and makes it usable again', () => {
    expect(possible(`const log: unknown[] = [];\nconst barrier = new Barrier(2);\n${party('a')}await barrier.abort();\n${joined('a')}`)).toEqual(['ok: BrokenBarrierError true']);
    expect(possible(`const log: unknown[] = [];\nconst barrier = new Barrier(2);\n${party('a')}await sleep(1);\nawait barrier.reset();\nawait a.join();\n${party('b')}log.push(await barrier.wait());\n${joined('b')}`, { timers: 'patient' })).toEqual(['ok: 0 1 BrokenBarrierError false']);
    expect(lines("const barrier = new Barrier(2);\nawait barrier.abort();\nconsole.log(barrier.broken);\nawait barrier.reset();\nconsole.log(barrier.broken);")).toEqual(['true', 'false']);
  });

  it('BA5 what was done before it comes before what is done behind it', () => {
    expect(explore(inPython(`let x = 0;\nlet y = 0;\nconst barrier = new Barrier(2);\n${thread('t', 'x = 1; await barrier.wait(); console.log(y);')}y = 1;\nawait barrier.wait();\nconsole.log(x);`))).toMatchObject({ races: [], complete: true });
  });

  it('BA6 needs at least one party', () => {
    expect(lines('new Barrier(0);')).toEqual(['error: ValueError: parties must be >= 1 (line 2)']);
    expect(lines("new Barrier('2' as any);")).toEqual(["error: TypeError: Barrier takes how many threads have to come, not '2' (line 2)"]);
    expect(lines('new Barrier(2, 3 as any);')).toEqual(['error: TypeError: the action of a Barrier is a function: new Barrier(2, swap), not new Barrier(2, swap()). (line 2)']);
  });
});
