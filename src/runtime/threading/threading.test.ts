import { explore, inPython, outcomes, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const lines = (text: string) => prints(inPython(text));
const kinds = (text: string, options = {}) => outcomes(inPython(text), options).map((line) => line.replace(/^\d+ × /, '')).sort();

describe('Thread', () => {
  it('TH1 runs its target once it is started, and join waits for its end', () => {
    expect(kinds("const t = new Thread({ target: async (n: number) => { console.log('work', n); }, args: [2] });\nt.start();\nawait t.join();\nconsole.log('end');")).toEqual(['ok: work 2, end']);
    expect(lines('const t = new Thread({ target: async () => {} });\nconsole.log(t.isAlive());\nt.start();\nconsole.log(t.isAlive());\nawait t.join();\nconsole.log(t.isAlive());')).toEqual(['false', 'true', 'false']);
  });

  it.each([
    ['started twice', 't.start();\nt.start();', 'error: RuntimeError: threads can only be started once (line 4)'],
    ['joined before it is started', 'await t.join();', 'error: RuntimeError: cannot join thread before it is started (line 3)'],
  ])('TH2 cannot be %s', (_, text, end) => {
    expect(lines(`const t = new Thread({ target: async () => {} });\n${text}`)).toEqual([end]);
  });

  it('TH2 cannot join itself', () => {
    expect(lines('const t: Thread = new Thread({ target: async () => { await t.join(); }, name: "t" });\nt.start();\nawait t.join();')).toEqual(['Exception in thread t:', 'RuntimeError: cannot join current thread']);
  });

  it('TH3 an error that it does not catch is printed, and the program goes on', () => {
    expect(lines("const t = new Thread({ target: async () => { throw new RangeError('spilt'); }, name: 'worker' });\nt.start();\nawait t.join();\nconsole.log('end');")).toEqual(['Exception in thread worker:', 'RangeError: spilt', 'end']);
  });

  it('TH4 the program waits for threads, but not for daemons', () => {
    expect(kinds("new Thread({ target: async () => { await sleep(1); console.log('thread'); } }).start();\nconsole.log('main');")).toEqual(['ok: main, thread', 'ok: thread, main']);
    expect(kinds("new Thread({ target: async () => { console.log('daemon'); }, daemon: true }).start();\nconsole.log('main');")).toEqual(['ok: daemon, main', 'ok: main', 'ok: main, daemon']);
    expect(run(inPython("const lock = new Lock();\nawait lock.acquire();\nnew Thread({ target: async () => { await lock.acquire(); }, daemon: true }).start();"))).toMatchObject({ end: { kind: 'ok' }, leaks: [] });
    expect(stuckIn(inPython("const lock = new Lock();\nawait lock.acquire();\nnew Thread({ target: async () => { await lock.acquire(); }, name: 't' }).start();"))).toEqual(['main: end of the program', 't: Lock.acquire']);
  });

  it('TH5 start happens before the first step, and the last before join returns', () => {
    expect(explore(inPython('let x = 0;\nconst t = new Thread({ target: async () => { x += 1; } });\nx = 1;\nt.start();\nawait t.join();\nconsole.log(x);'))).toMatchObject({ races: [], outcomes: [{ output: ['2'] }] });
  });

  it('TH6 has a name, by default that of its target', () => {
    expect(run(inPython("async function brew() {}\nfor (const options of [{ target: brew }, { target: brew }, {}, {}, { name: 'tea' }]) new Thread(options).start();")).tasks.map((task) => task.name)).toEqual(['main', 'brew', 'brew2', 'Thread-1', 'Thread-2', 'tea']);
    expect(lines("const t = new Thread({ target: async () => { console.log(currentThread().name); }, name: 'tea' });\nt.start();\nawait t.join();\nconsole.log(currentThread().name);")).toEqual(['tea', 'main']);
  });
});

describe('Lock', () => {
  it('TH7 is held by one thread at a time, and is not re-entrant', () => {
    expect(stuckIn(inPython('const lock = new Lock();\nawait lock.acquire();\nawait lock.acquire();'))).toEqual(['main: Lock.acquire']);
    expect(kinds("let n = 0;\nconst lock = new Lock();\nconst ts = ['a', 'b'].map((name) => new Thread({ name, target: async () => { await lock.acquire(); n += 1; lock.release(); } }));\nfor (const t of ts) t.start();\nfor (const t of ts) await t.join();\nconsole.log(n);")).toEqual(['ok: 2']);
  });

  it('TH8 acquire(false) does not wait; locked looks', () => {
    expect(lines('const lock = new Lock();\nconsole.log(await lock.acquire(false), await lock.acquire(false), lock.locked());\nlock.release();\nconsole.log(lock.locked());')).toEqual(['true false true', 'false']);
  });

  it('TH9 release of an unlocked lock is an error; any thread may release', () => {
    expect(lines('new Lock().release();')).toEqual(['error: RuntimeError: release unlocked lock (line 2)']);
    expect(lines("const lock = new Lock();\nawait lock.acquire();\nnew Thread({ target: async () => { lock.release(); } }).start();\nawait lock.acquire();\nconsole.log('locked');")).toEqual(['locked']);
  });

  it('TH10 with releases however the body ends, and returns what it returns', () => {
    expect(lines("const lock = new Lock();\nconsole.log(await lock.with(async () => lock.locked()));\ntry { await lock.with(() => { throw new Error('no'); }); } catch (error) { console.log(String(error)); }\nconsole.log(lock.locked());")).toEqual(['true', 'Error: no', 'false']);
  });
});

describe('Queue', () => {
  it('TH11 is first in first out; put waits when it is full, get when it is empty', () => {
    expect(lines('const q = new Queue<number>();\nawait q.put(1);\nawait q.put(2);\nconsole.log(q.qsize(), await q.get(), await q.get(), q.empty(), q.full());')).toEqual(['2 1 2 true false']);
    expect(stuckIn(inPython('const q = new Queue<number>(1);\nawait q.put(1);\nawait q.put(2);'))).toEqual(['main: Queue.put']);
    expect(stuckIn(inPython('await new Queue<number>().get();'))).toEqual(['main: Queue.get']);
  });

  it('TH12 putNowait and getNowait raise instead of waiting', () => {
    expect(lines("const q = new Queue<number>(1);\ntry { q.getNowait(); } catch (error) { console.log(error instanceof Empty, String(error)); }\nq.putNowait(1);\ntry { q.putNowait(2); } catch (error) { console.log(error instanceof Full, String(error)); }\nconsole.log(q.getNowait());")).toEqual(['true Empty: the queue is empty', 'true Full: the queue is full', '1']);
  });

  it('TH13 join waits until every value that was put is done', () => {
    expect(kinds("const q = new Queue<number>();\nawait q.put(1);\nnew Thread({ target: async () => { await q.get(); console.log('work'); q.taskDone(); } }).start();\nawait q.join();\nconsole.log('end');")).toEqual(['ok: work, end']);
    expect(stuckIn(inPython('const q = new Queue<number>();\nawait q.put(1);\nawait q.get();\nawait q.join();'))).toEqual(['main: Queue.join']);
    expect(lines('new Queue().taskDone();')).toEqual(['error: ValueError: task_done() called too many times (line 2)']);
  });

  it('TH14 maxsize is a whole number; 0 and less mean no limit', () => {
    expect(lines("new Queue('x' as any);")).toEqual(["error: TypeError: Queue takes a whole number as maxsize, not 'x' (line 2)"]);
    expect(lines('const q = new Queue<number>(-1);\nawait q.put(1);\nawait q.put(2);\nconsole.log(q.maxsize, q.full());')).toEqual(['0 false']);
  });
});

describe('sleep and work', () => {
  it('TH15 sleep takes seconds, not less than 0', () => {
    expect(lines('await sleep(1.5);\nconsole.log(performance.now());')).toEqual(['1500']);
    expect(lines('await sleep(-1);')).toEqual(['error: ValueError: sleep length must be non-negative (line 2)']);
  });
});
