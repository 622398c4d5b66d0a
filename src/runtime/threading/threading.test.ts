import { explore, inPython, outcomes, possible, prints, run, stuckIn, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels({
  TH21: 'prints a promise of the model',
  TH29: 'Node ends at once when main fails',
  'TH27 a SystemExit ends main': 'Node ends at once when main fails',
});

const lines = (text: string) => prints(inPython(text));
const kinds = (text: string, options = {}) =>
  outcomes(inPython(text), options)
    .map((line) => line.replace(/^\d+ × /, ''))
    .sort();

describe('Thread', () => {
  it('TH1 runs its target once it is started, and join waits for its end', () => {
    expect(
      kinds(
        "const t = new Thread({ target: async (n: number) => { console.log('work', n); }, args: [2] });\nt.start();\nawait t.join();\nconsole.log('end');",
      ),
    ).toEqual(['ok: work 2, end']);
    expect(
      lines(
        'const t = new Thread({ target: async () => {} });\nconsole.log(t.isAlive());\nt.start();\nconsole.log(t.isAlive());\nawait t.join();\nconsole.log(t.isAlive());',
      ),
    ).toEqual(['false', 'true', 'false']);
  });

  it.each([
    ['started twice', 't.start();\nt.start();', 'error: RuntimeError: threads can only be started once (line 4)'],
    ['joined before it is started', 'await t.join();', 'error: RuntimeError: cannot join thread before it is started (line 3)'],
  ])('TH2 cannot be %s', (_, text, end) => {
    expect(lines(`const t = new Thread({ target: async () => {} });\n${text}`)).toEqual([end]);
  });

  it('TH2 cannot join itself', () => {
    expect(
      lines('const t: Thread = new Thread({ target: async () => { await t.join(); }, name: "t" });\nt.start();\nawait t.join();'),
    ).toEqual(['Exception in thread t:', 'RuntimeError: cannot join current thread']);
  });

  it('TH3 an error that it does not catch is printed, and the program goes on', () => {
    expect(
      lines(
        "const t = new Thread({ target: async () => { throw new RangeError('spilt'); }, name: 'worker' });\nt.start();\nawait t.join();\nconsole.log('end');",
      ),
    ).toEqual(['Exception in thread worker:', 'RangeError: spilt', 'end']);
  });

  it('TH4 the program waits for threads, but not for daemons', () => {
    expect(kinds("new Thread({ target: async () => { await sleep(1); console.log('thread'); } }).start();\nconsole.log('main');")).toEqual([
      'ok: main, thread',
      'ok: thread, main',
    ]);
    expect(kinds("new Thread({ target: async () => { console.log('daemon'); }, daemon: true }).start();\nconsole.log('main');")).toEqual([
      'ok: daemon, main',
      'ok: main',
      'ok: main, daemon',
    ]);
    expect(
      run(
        inPython(
          'const lock = new Lock();\nawait lock.acquire();\nnew Thread({ target: async () => { await lock.acquire(); }, daemon: true }).start();',
        ),
      ),
    ).toMatchObject({ end: { kind: 'ok' }, leaks: [] });
    expect(
      stuckIn(
        inPython(
          "const lock = new Lock();\nawait lock.acquire();\nnew Thread({ target: async () => { await lock.acquire(); }, name: 't' }).start();",
        ),
      ),
    ).toEqual(['main: end of the program', 't: Lock.acquire']);
  });

  it('TH5 start happens before the first step, and the last before join returns', () => {
    expect(
      explore(
        inPython(
          'let x = 0;\nconst t = new Thread({ target: async () => { x += 1; } });\nx = 1;\nt.start();\nawait t.join();\nconsole.log(x);',
        ),
      ),
    ).toMatchObject({ races: [], outcomes: [{ output: ['2'] }] });
  });

  it('TH6 has a name, by default that of its target', () => {
    expect(
      run(
        inPython(
          "async function brew() {}\nfor (const options of [{ target: brew }, { target: brew }, {}, {}, { name: 'tea' }]) new Thread(options).start();",
        ),
      ).tasks.map((task) => task.name),
    ).toEqual(['main', 'brew', 'brew2', 'Thread-1', 'Thread-2', 'tea']);
    expect(
      lines(
        "const t = new Thread({ target: async () => { console.log(currentThread().name); }, name: 'tea' });\nt.start();\nawait t.join();\nconsole.log(currentThread().name);",
      ),
    ).toEqual(['tea', 'main']);
  });
});

describe('Lock', () => {
  it('TH7 is held by one thread at a time, and is not re-entrant', () => {
    expect(stuckIn(inPython('const lock = new Lock();\nawait lock.acquire();\nawait lock.acquire();'))).toEqual(['main: Lock.acquire']);
    expect(
      kinds(
        "let n = 0;\nconst lock = new Lock();\nconst ts = ['a', 'b'].map((name) => new Thread({ name, target: async () => { await lock.acquire(); n += 1; lock.release(); } }));\nfor (const t of ts) t.start();\nfor (const t of ts) await t.join();\nconsole.log(n);",
      ),
    ).toEqual(['ok: 2']);
  });

  it('TH8 acquire(false) does not wait; locked looks', () => {
    expect(
      lines(
        'const lock = new Lock();\nconsole.log(await lock.acquire(false), await lock.acquire(false), lock.locked());\nlock.release();\nconsole.log(lock.locked());',
      ),
    ).toEqual(['true false true', 'false']);
  });

  it('TH9 release of an unlocked lock is an error; any thread may release', () => {
    expect(lines('new Lock().release();')).toEqual(['error: RuntimeError: release unlocked lock (line 2)']);
    expect(
      lines(
        "const lock = new Lock();\nawait lock.acquire();\nnew Thread({ target: async () => { lock.release(); } }).start();\nawait lock.acquire();\nconsole.log('locked');",
      ),
    ).toEqual(['locked']);
  });

  it('TH10 with releases however the body ends, and returns what it returns', () => {
    expect(
      lines(
        "const lock = new Lock();\nconsole.log(await lock.with(async () => lock.locked()));\ntry { await lock.with(() => { throw new Error('no'); }); } catch (error) { console.log(String(error)); }\nconsole.log(lock.locked());",
      ),
    ).toEqual(['true', 'Error: no', 'false']);
  });
});

describe('sleep and work', () => {
  it('TH15 sleep takes seconds, not less than 0', () => {
    expect(lines('await sleep(1.5);\nconsole.log(performance.now());')).toEqual(['1500']);
    expect(lines('await sleep(-1);')).toEqual(['error: ValueError: sleep length must be non-negative (line 2)']);
  });
});

describe('Thread, in detail', () => {
  it('TH16 join with a timeout returns when the time is over', () => {
    expect(
      lines(
        'const t = new Thread({ target: async () => { await sleep(2); } });\nt.start();\nawait t.join(0.5);\nconsole.log(t.isAlive(), performance.now());\nawait t.join(0);\nawait t.join(-1);\nawait t.join(5);\nconsole.log(t.isAlive(), performance.now());',
      ),
    ).toEqual(['true 500', 'false 2000']);
    expect(lines("await new Thread().join('x' as any);")).toEqual(["error: TypeError: join takes a number of seconds, not 'x' (line 2)"]);
  });

  describe.each([
    [
      'a join',
      "try { await late.join(); console.log('joined'); } catch (e) { console.log(String(e)); }",
      ['ok: RuntimeError: cannot join thread before it is started', 'ok: joined'],
    ],
    ['an isAlive', 'console.log(late.isAlive());', ['ok: false', 'ok: true']],
    ['another start', "try { late.start(); } catch (e) { console.log('twice'); }", ['ok: twice']],
  ])('TH30 %s beside the start in another thread', (_, beside, ends) => {
    const text = inPython(`
const late = new Thread({ target: async () => {}, name: 'late' });
new Thread({ target: async () => { try { late.start(); } catch { console.log('twice'); } }, name: 'starts' }).start();
new Thread({ target: async () => { ${beside} }, name: 'beside' }).start();
`);

    it('comes before and after it', () => expect(possible(text)).toEqual(ends));
    it('is tried in no other way by a search of all interleavings', () => expect(possible(text, { strategy: 'naive' })).toEqual(ends));
  });

  it('TH30 lets no thread be joined that is in a list and not started yet', () => {
    const text = inPython(`
const list = [];
const lock = new Lock();
const enter = async () => { const one = new Thread({ target: async () => {}, name: 'one' }); await lock.with(async () => { list.push(one); }); one.start(); };
const close = async () => { const all = await lock.with(async () => [...list]); for (const one of all) await one.join(); console.log(all.length); };
new Thread({ target: enter, name: 'enter' }).start();
new Thread({ target: close, name: 'close' }).start();
`);
    expect(possible(text)).toEqual([
      'ok: 0',
      'ok: 1',
      'ok: Exception in thread close:, RuntimeError: cannot join thread before it is started',
    ]);
  });

  it('TH17 isAlive is tried before and after the end; where it is false, the end happened before', () => {
    expect(kinds('const t = new Thread({ target: async () => {} });\nt.start();\nconsole.log(t.isAlive());')).toEqual([
      'ok: false',
      'ok: true',
    ]);
    expect(
      explore(
        inPython('let x = 0;\nconst t = new Thread({ target: async () => { x = 1; } });\nt.start();\nif (!t.isAlive()) console.log(x);'),
      ),
    ).toMatchObject({ races: [] });
  });

  it('TH18 is a daemon if the one that makes it is, which cannot be changed later; its finally does not run', () => {
    expect(
      lines(
        'const t = new Thread({ daemon: true, target: async () => { const inner = new Thread(); console.log(inner.daemon); inner.daemon = false; console.log(inner.daemon); } });\nt.start();\nawait t.join();\nconsole.log(new Thread().daemon);',
      ),
    ).toEqual(['true', 'false', 'false']);
    expect(lines('const t = new Thread();\nt.start();\nt.daemon = true;')).toEqual([
      'error: RuntimeError: cannot set daemon status of active thread (line 4)',
    ]);
    expect(
      lines(
        "new Thread({ daemon: true, target: async () => { try { await sleep(10); } finally { console.log('never'); } } }).start();\nawait sleep(1);",
      ),
    ).toEqual([]);
  });

  it('TH19 a subclass may say in run what it does', () => {
    expect(
      kinds(
        'class Counter extends Thread { n = 0; async run() { this.n += 1; console.log(this.name); } }\nconst c = new Counter();\nc.start();\nawait c.join();\nconsole.log(c.n);',
      ),
    ).toEqual(['ok: Thread-1, 1']);
  });

  it('TH20 currentThread is the thread itself', () => {
    expect(
      lines(
        'const t: Thread = new Thread({ target: async () => { console.log(currentThread() === t, currentThread().ident === t.ident); } });\nconsole.log(t.ident);\nt.start();\nawait t.join();\nconsole.log(currentThread() === currentThread(), currentThread().name, currentThread().isAlive());',
      ),
    ).toEqual(['undefined', 'true true', 'true main true']);
  });

  it('TH21 refuses a target that is not a function', () => {
    expect(lines('async function brew() {}\nnew Thread({ target: brew() as any });')).toEqual([
      'error: TypeError: Thread takes a function as target, not Promise { undefined }. Write { target: work, args: [1] }, not { target: work(1) }: the second calls work first. (line 3)',
    ]);
  });

  it('TH22 the excepthook is told of the error, in the thread that failed; what it throws is printed', () => {
    const failing =
      "const t = new Thread({ name: 'worker', target: async () => { throw new RangeError('spilt'); } });\nt.start();\nawait t.join();\nconsole.log('end');";
    expect(
      lines(
        `setExcepthook(({ excType, excValue, thread }) => { console.log(excType === RangeError, String(excValue), thread.name, currentThread() === thread); });\n${failing}`,
      ),
    ).toEqual(['true RangeError: spilt worker true', 'end']);
    expect(lines(`setExcepthook(() => { throw new TypeError('again'); });\n${failing}`)).toEqual([
      'Exception in threading.excepthook:',
      'TypeError: again',
      'end',
    ]);
    expect(lines(`setExcepthook(() => {});\nsetExcepthook(undefined);\n${failing}`)).toEqual([
      'Exception in thread worker:',
      'RangeError: spilt',
      'end',
    ]);
    expect(lines('setExcepthook(3 as any);')).toEqual(['error: TypeError: setExcepthook takes a function, not 3 (line 2)']);
  });
});

describe('who is there, and how they end', () => {
  it('TH27 a SystemExit ends a thread without a word, if there is no excepthook', () => {
    const exiting =
      "const t = new Thread({ name: 'worker', target: async () => { throw new SystemExit(3); } });\nt.start();\nawait t.join();\nconsole.log('end');";
    expect(lines(exiting)).toEqual(['end']);
    expect(lines(`setExcepthook(({ excValue }) => { console.log((excValue as SystemExit).code); });\n${exiting}`)).toEqual(['3', 'end']);
    expect(
      lines(
        'const pool = new ThreadPoolExecutor(1);\nconst f = pool.submit(async () => { throw new SystemExit(); });\ntry { await f.result(); } catch (error) { console.log(error instanceof SystemExit); }',
      ),
    ).toEqual(['true']);
  });

  it('TH27 a SystemExit ends main, without failing; what is text is printed', () => {
    expect(
      kinds(
        "new Thread({ target: async () => { await sleep(1); console.log('thread'); } }).start();\nconst leave = () => { throw new SystemExit(1); };\nleave();\nconsole.log('never');",
      ),
    ).toEqual(['ok: thread']);
    expect(lines("throw new SystemExit('no tea left');")).toEqual(['no tea left']);
  });

  it('TH28 enumerate lists who was started and has not ended', () => {
    const two =
      "const d = new Thread({ name: 'd', daemon: true, target: async () => { await sleep(10); } });\nconst t = new Thread({ name: 't', target: async () => {} });\n";
    const names = 'enumerate().map(({ name }) => name).join()';
    expect(
      lines(
        `${two}console.log(${names}, activeCount());\nd.start();\nt.start();\nconsole.log(${names}, activeCount());\nawait t.join();\nconsole.log(${names}, activeCount());`,
      ),
    ).toEqual(['main 1', 'main,d,t 3', 'main,d 2']);
    expect(
      kinds(
        `const t = new Thread({ name: 't', target: async () => {} });\nnew Thread({ name: 'u', target: async () => { console.log(${names}); } }).start();\nt.start();\nawait t.join();`,
      ),
    ).toEqual(['ok: main,u', 'ok: main,u,t']);
    expect(
      explore(
        inPython(
          'let x = 0;\nconst t = new Thread({ target: async () => { x = 1; } });\nt.start();\nif (activeCount() === 1) console.log(x);',
        ),
      ),
    ).toMatchObject({ races: [] });
    expect(
      lines(
        'console.log(mainThread() === currentThread(), mainThread().ident === getIdent());\nconst t: Thread = new Thread({ target: async () => { console.log(mainThread().name, mainThread() === currentThread(), getIdent() === t.ident); } });\nt.start();\nawait t.join();',
      ),
    ).toEqual(['true true', 'main false true']);
    expect(
      lines(
        "const pool = new ThreadPoolExecutor({ maxWorkers: 1, threadNamePrefix: 'cook' });\nawait pool.submit(async () => { console.log(enumerate().map(({ name }) => name).join()); }).result();",
      ),
    ).toEqual(['main,cook_0']);
  });

  it('TH29 when main fails, the threads are waited for, and then the program fails', () => {
    const failing =
      "new Thread({ name: 't', target: async () => { await sleep(1); console.log('thread'); }, daemon: DAEMON }).start();\nconst pool = new ThreadPoolExecutor(1);\npool.submit(async () => { await sleep(2); console.log('pool'); });\nthrow new RangeError('spilt');";
    expect(kinds(failing.replace('DAEMON', 'false'), { timers: 'patient' })).toEqual(['error (RangeError: spilt): thread, pool']);
    expect(lines(failing.replace('DAEMON', 'true'))).toEqual(['thread', 'pool', 'error: RangeError: spilt (line 5)']);
    expect(
      kinds("new Thread({ daemon: true, target: async () => { console.log('daemon'); } }).start();\nthrow new RangeError('spilt');"),
    ).toEqual(['error (RangeError: spilt)', 'error (RangeError: spilt): daemon']);
    expect(textOf(inPython("new Thread({ name: 't', target: async () => {} }).start();\nthrow new RangeError('spilt');")))
      .toMatchInlineSnapshot(`
      " 1  main  start  t
       2  main  fail        then waits: end of the program, RangeError: spilt
       3  t     start       wakes main
       4  main  end
      Error in main: RangeError: spilt"
    `);
    expect(
      stuckIn(
        inPython(
          "const lock = new Lock();\nawait lock.acquire();\nnew Thread({ name: 't', target: async () => { await lock.acquire(); } }).start();\nthrow new RangeError('spilt');",
        ),
      ),
    ).toEqual(['main: end of the program', 't: Lock.acquire']);
    const both = inPython(
      "let n = 0;\nfor (const name of 'ab') new Thread({ name, target: async () => { n += 1; console.log(n); } }).start();\nif (n === 1) throw new RangeError('spilt');",
    );
    expect(possible(both)).toEqual(possible(both, { strategy: 'naive' }));
  });
});

describe('Timer', () => {
  it('TH23 calls its function after its interval, unless it was cancelled before', () => {
    expect(
      lines(
        'const t = new Timer(1.5, (n: number) => { console.log(n, performance.now()); }, [7]);\nt.start();\nconsole.log(t.isAlive(), t.interval);',
      ),
    ).toEqual(['true 1.5', '7 1500']);
    expect(kinds("const t = new Timer(1, () => { console.log('rings'); });\nt.start();\nt.cancel();\nawait t.join();")).toEqual([
      'ok',
      'ok: rings',
    ]);
    expect(kinds("const t = new Timer(1, () => { console.log('rings'); });\nt.start();\nt.cancel();\nconsole.log('cancelled');")).toEqual([
      'ok: cancelled',
      'ok: cancelled, rings',
      'ok: rings, cancelled',
    ]);
    expect(lines('new Timer(1, 2 as any);')).toEqual([
      'error: TypeError: Timer takes a function, not 2. Write new Timer(30, work), not new Timer(30, work()): the second calls work first. (line 2)',
    ]);
  });
});

describe('local', () => {
  it('TH24 what two threads put there is no race, whenever they do it', () => {
    expect(
      explore(
        inPython(
          "const mine = new local<{ x: number }>();\nconst put = async (x: number) => { mine.x = x; mine.x += 1; };\nconst threads = [1, 2].map((x) => new Thread({ target: put, args: [x] }));\nfor (const t of threads) t.start();\nfor (const t of threads) await t.join();\nconsole.log('x' in mine);",
        ),
      ),
    ).toMatchObject({ races: [], outcomes: [{ output: ['false'] }] });
  });

  it('TH24 what a thread puts there, no other sees; what is not there gives an error', () => {
    expect(
      explore(
        inPython(
          "const mine = new local<{ x: number }>();\nmine.x = 1;\nconst t = new Thread({ target: async () => { console.log('x' in mine); mine.x = 2; } });\nt.start();\nawait t.join();\nconsole.log(mine.x, Object.keys(mine), mine);",
        ),
      ),
    ).toMatchObject({ races: [], outcomes: [{ output: ['false', "1 ['x'] local { x: 1 }"] }] });
    expect(
      lines(
        'const mine = new local();\ntry { mine.x; } catch (error) { console.log(String(error), error instanceof AttributeError); }\ntry { delete mine.x; } catch (error) { console.log(String(error)); }\nawait mine;',
      ),
    ).toEqual([
      "AttributeError: '_thread._local' object has no attribute 'x' true",
      "AttributeError: '_thread._local' object has no attribute 'x'",
    ]);
  });

  it('TH25 the constructor of a subclass runs in each thread, with the same arguments', () => {
    expect(
      lines(
        "class Mine extends local<{ log: string[]; n: number }> { log: string[] = []; n; inner = new local(); constructor(n: number) { super(n); this.n = n; console.log('made'); } }\nconst mine = new Mine(5);\nmine.log.push('main');\nmine.n = 6;\nconst t = new Thread({ target: async () => { console.log(mine.n, mine.log.length); } });\nt.start();\nawait t.join();\nconsole.log(mine.n, mine.log.length);",
      ),
    ).toEqual(['made', 'made', '5 0', '6 1']);
  });

  it('TH26 the threads of a pool keep what a call put there', () => {
    expect(
      lines(
        "const mine = new local<{ user?: string }>();\nconst pool = new ThreadPoolExecutor(1);\nconst look = async (user: string) => { console.log('user' in mine ? mine.user : '-'); mine.user = user; };\nfor (const user of ['alice', 'bob']) await pool.submit(look, user).result();",
      ),
    ).toEqual(['-', 'alice']);
  });
});
