import { explore, inPython, possible as possibleIn, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const lines = (text: string) => prints(inPython(text));
const possible = (text: string, options = {}) => possibleIn(inPython(text), options);
const tried = (call: string) => `try { console.log(await ${call}); } catch (error) { console.log(String(error)); }`;

describe('Future', () => {
  it('FU1 result gives what the call returned or throws what it threw; exception gives what it threw', () => {
    expect(lines(`const pool = new ThreadPoolExecutor(1);\nconst good = pool.submit((a: number, b: number) => a + b, 1, 2);\nconst bad = pool.submit(async () => { throw new RangeError('no'); });\n${tried('good.result()')}\n${tried('good.exception()')}\n${tried('bad.result()')}\n${tried('bad.exception()')}\nconsole.log(good, bad);`)).toEqual(['3', 'undefined', 'RangeError: no', 'RangeError: no', 'Future finished Future finished']);
    expect(lines("const pool = new ThreadPoolExecutor(1);\npool.submit(() => { throw new Error('nobody asks'); });\nawait pool.shutdown();\nconsole.log('done');")).toEqual(['done']);
    expect(stuckIn(inPython('await new Future().result();'))).toEqual(['main: Future.result']);
  });

  it('FU2 with a timeout they throw a TimeoutError when the time is over', () => {
    expect(lines(`const f = new Future();\n${tried('f.result(1)')}\n${tried('f.exception(0)')}\nconsole.log(performance.now());`)).toEqual(['TimeoutError: no result within 1 s', 'TimeoutError: no exception within 0 s', '1000']);
    expect(possible('const f = new Future<number>();\nnew Thread({ target: async () => { f.setResult(1); } }).start();\ntry { console.log(await f.result(1)); } catch (error) { console.log(error instanceof TimeoutError); }')).toEqual(['ok: 1', 'ok: true']);
  });

  it('FU3 cancel works before the call begins, and not after', () => {
    expect(lines(`const f = new Future();\nconsole.log(f.done(), f.cancel(), f.cancel(), f.cancelled(), f.done(), f.setRunningOrNotifyCancel());\n${tried('f.result()')}\n${tried('f.exception()')}`)).toEqual(['false true true true true false', 'CancelledError: the future was cancelled', 'CancelledError: the future was cancelled']);
    expect(lines('const f = new Future();\nconsole.log(f.setRunningOrNotifyCancel(), f.running(), f.cancel(), f.cancelled());')).toEqual(['true true false false']);
    expect(possible("const pool = new ThreadPoolExecutor(1);\nconst f = pool.submit(() => { console.log('runs'); });\nconsole.log(f.cancel());\nawait pool.shutdown();")).toEqual(['ok: false, runs', 'ok: runs, false', 'ok: true']);
  });

  it('FU4 callbacks are called at the end, in order, or at once if it is there; what they throw is printed', () => {
    expect(lines("const f = new Future<number>();\nfor (const n of [1, 2]) f.addDoneCallback(() => { console.log(n, f.done()); });\nf.addDoneCallback(() => { throw new RangeError('oops'); });\nf.setResult(0);\nf.addDoneCallback(() => { console.log('at once'); });")).toEqual(['1 true', '2 true', 'exception calling callback for Future finished', 'RangeError: oops', 'at once']);
    expect(possible("const pool = new ThreadPoolExecutor({ maxWorkers: 1, threadNamePrefix: 'w' });\npool.submit(() => 1).addDoneCallback(() => { console.log(currentThread().name); });")).toEqual(['ok: main', 'ok: w_0']);
    expect(lines('new Future().addDoneCallback(3 as any);')[0]).toContain('TypeError: addDoneCallback takes a function');
  });

  it('FU5 a future ends once', () => {
    expect(lines('const f = new Future<number>();\nf.setResult(1);\nf.setException(2);')).toEqual(['error: InvalidStateError: FINISHED: a future ends once. Future finished has ended already. (line 4)']);
    expect(lines('const f = new Future<number>();\nf.setRunningOrNotifyCancel();\nf.setRunningOrNotifyCancel();')).toEqual(['error: RuntimeError: Future in unexpected state (line 4)']);
  });

  it('FU6 the call comes before what those do who saw its end', () => {
    expect(explore(inPython('let x = 0;\nlet y = 0;\nconst pool = new ThreadPoolExecutor(1);\nx = 1;\nconst f = pool.submit(async () => { y = x; });\nif (f.done()) console.log(y);\nawait f.result();\nconsole.log(y);'))).toMatchObject({ races: [], complete: true });
  });
});

describe('wait and asCompleted', () => {
  const three = 'const pool = new ThreadPoolExecutor(3);\nconst fs = [3, 1, 2].map((n) => pool.submit(async () => { await sleep(n); if (n === 2) throw new Error(); return n; }));\n';
  const shown = (call: string) => `${three}const { done, notDone } = await ${call};\nconsole.log([...done].map((f) => fs.indexOf(f)).join(), [...notDone].map((f) => fs.indexOf(f)).join(), performance.now());`;

  it('FU7 wait waits for all, for the first, or for the first error', () => {
    expect(lines(shown('wait(fs)'))).toEqual(['0,1,2  3000']);
    expect(lines(shown("wait(fs, { returnWhen: 'FIRST_COMPLETED' })"))).toEqual(['1 0,2 1000']);
    expect(lines(shown("wait(fs, { returnWhen: 'FIRST_EXCEPTION' })"))).toEqual(['1,2 0 2000']);
    expect(lines(shown('wait(fs, { timeout: 1.5 })'))).toEqual(['1 0,2 1500']);
    expect(lines("await wait([], { returnWhen: 'SOME' as any });")).toEqual(["error: ValueError: Invalid return condition: 'SOME' (line 2)"]);
    expect(lines('await wait([3] as any);')).toEqual(['error: TypeError: wait takes futures, not 3: hand it what submit returned, not what it resolves to. (line 2)']);
    expect(stuckIn(inPython('await wait([new Future()]);'))).toEqual(['main: futures.wait']);
  });

  it('FU8 asCompleted gives them in the order of their ends; those from before in any order', () => {
    expect(lines(`${three}for await (const f of asCompleted(fs)) console.log(fs.indexOf(f), performance.now());`)).toEqual(['1 1000', '2 2000', '0 3000']);
    expect(possible('const fs = [1, 2, 3].map(() => new Future<number>());\nfor (const f of fs) f.setResult(0);\nconst order: number[] = [];\nfor await (const f of asCompleted(fs)) order.push(fs.indexOf(f));\nconsole.log(order.join());').length).toBe(6);
    expect(possible("const fs = [new Future<number>(), new Future<number>()];\nnew Thread({ target: async () => { fs[0].setResult(1); fs[1].setResult(2); } }).start();\nconst order: number[] = [];\nfor await (const f of asCompleted(fs)) order.push(fs.indexOf(f));\nconsole.log(order.join());")).toEqual(['ok: 0,1', 'ok: 1,0']);
    expect(lines(`${three}for await (const f of asCompleted(fs)) break;\nconsole.log(performance.now());`)).toEqual(['1000']);
  });

  it('FU9 asCompleted with a timeout says how many are not finished', () => {
    expect(lines(`${three}try { for await (const f of asCompleted(fs, 1.5)) console.log(fs.indexOf(f)); } catch (error) { console.log(String(error)); }`)).toEqual(['1', 'TimeoutError: 2 (of 3) futures unfinished']);
  });

  it('FU10 a future that was cancelled counts once the pool has come across it', () => {
    expect(stuckIn(inPython('const f = new Future();\nf.cancel();\nawait wait([f]);'))).toEqual(['main: futures.wait']);
    expect(lines('const f = new Future();\nf.cancel();\nf.setRunningOrNotifyCancel();\nconsole.log((await wait([f])).done.size);')).toEqual(['1']);
    expect(possible('const pool = new ThreadPoolExecutor(1);\nconst f = pool.submit(() => {});\nf.cancel();\nawait wait([f]);\nconsole.log(f.done());')).toEqual(['ok: true']);
  });
});

describe('ThreadPoolExecutor', () => {
  it('TP1 makes calls in order, as many at a time as it has workers', () => {
    expect(lines("const pool = new ThreadPoolExecutor({ maxWorkers: 2, threadNamePrefix: 'w' });\nfor (const n of [1, 2, 3]) pool.submit(async () => { await sleep(n); console.log(n, currentThread().name, performance.now()); });")).toEqual(['1 w_0 1000', '2 w_1 2000', '3 w_0 4000']);
    expect(lines("const pool = new ThreadPoolExecutor(2);\nfor (const n of [1, 2]) { await pool.submit(() => { console.log(currentThread().name); }).result(); await sleep(1); }")).toEqual(['ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_0']);
  });

  it('TP2 map takes several lists, until the shortest ends', () => {
    expect(lines("const pool = new ThreadPoolExecutor(3);\nfunction* from(n: number) { for (;;) yield n++; }\nfor await (const s of pool.map((name: string, n: number) => name + n, ['a', 'b'], from(1), { timeout: 1 })) console.log(s);")).toEqual(['a1', 'b2']);
    expect(lines("new ThreadPoolExecutor(1).map((a: number, b: number) => a + b, [1], 3 as any);")).toEqual(['error: TypeError: map takes a function and a list, not 3 (line 2)']);
  });

  it('TP2 map gives results in the order of the list, throws where a call threw, and cancels the rest', () => {
    expect(lines('const pool = new ThreadPoolExecutor(3);\nfor await (const n of pool.map(async (x: number) => { await sleep(x); return x; }, [3, 1, 2])) console.log(n, performance.now());')).toEqual(['3 3000', '1 3000', '2 3000']);
    expect(lines("const pool = new ThreadPoolExecutor(1);\nconst calls: number[] = [];\ntry { for await (const n of pool.map(async (x: number) => { calls.push(x); await sleep(1); if (x === 2) throw new RangeError('two'); return x; }, [1, 2, 3, 4])) console.log(n); } catch (error) { console.log(String(error)); }\nawait pool.shutdown();\nconsole.log(calls.join());")).toEqual(['1', 'RangeError: two', expect.stringMatching(/^1,2(,3)?$/)]);
    expect(lines('const pool = new ThreadPoolExecutor(2);\ntry { for await (const n of pool.map(async (x: number) => { await sleep(x); return x; }, [1, 3], { timeout: 2 })) console.log(n); } catch (error) { console.log((error as Error).name, performance.now()); }')).toEqual(['1', 'TimeoutError 2000']);
  });

  it('TP3 shutdown waits for what was submitted; afterwards nothing can be submitted', () => {
    expect(lines(`const pool = new ThreadPoolExecutor(1);\nfor (const n of [1, 2]) pool.submit(async () => { await sleep(1); console.log(n); });\nawait pool.shutdown(false);\nconsole.log('not waited');\nawait pool.shutdown();\nconsole.log('shut');\ntry { pool.submit(() => {}); } catch (error) { console.log(String(error)); }`)).toEqual(['not waited', '1', '2', 'shut', 'RuntimeError: cannot schedule new futures after shutdown']);
    expect(lines("const pool = new ThreadPoolExecutor(1);\nconst fs = [1, 2].map((n) => pool.submit(async () => { await sleep(1); return n; }));\nawait sleep(0.5);\nawait pool.shutdown({ cancelFutures: true });\nconsole.log(fs.map((f) => f.cancelled()).join());")).toEqual(['false,true']);
  });

  it('TP4 when main ends, what was submitted is still done, and nothing more can be', () => {
    expect(possible("const pool = new ThreadPoolExecutor(1);\npool.submit(() => { console.log('call'); });\nconsole.log('main');")).toEqual(['ok: call, main', 'ok: main, call']);
    expect(possible("const pool = new ThreadPoolExecutor(1);\nnew Thread({ target: async () => { try { pool.submit(() => {}); } catch (error) { console.log(String(error)); } } }).start();")).toEqual(['ok', 'ok: RuntimeError: cannot schedule new futures after interpreter shutdown']);
    expect(run(inPython('const pool = new ThreadPoolExecutor(2);\nawait pool.submit(() => 1).result();'))).toMatchObject({ end: { kind: 'ok' }, leaks: [] });
  });

  it('TP5 an initializer runs in each worker; if it fails, the pool is broken', () => {
    expect(lines("const mine = new local<{ n: number }>();\nconst pool = new ThreadPoolExecutor({ maxWorkers: 1, initializer: (n: number) => { mine.n = n; }, initargs: [7] });\nconsole.log(await pool.submit(() => mine.n).result());")).toEqual(['7']);
    expect(lines(`const pool = new ThreadPoolExecutor({ maxWorkers: 1, initializer: () => { throw new RangeError('no'); } });\n${tried('pool.submit(() => 1).result()')}\n${tried('pool.submit(() => 1).result()')}`)).toEqual(['Exception in initializer:', 'RangeError: no', 'BrokenThreadPool: A thread initializer failed, the thread pool is not usable anymore', 'BrokenThreadPool: A thread initializer failed, the thread pool is not usable anymore']);
  });

  it('TP6 a call that waits for another of the same pool can wait for ever', () => {
    expect(stuckIn(inPython('const pool = new ThreadPoolExecutor(1);\nawait pool.submit(async () => pool.submit(() => 1).result()).result();'))).toEqual(['main: Future.result', 'ThreadPoolExecutor-0_0: Future.result']);
  });

  it.each([
    ['new ThreadPoolExecutor(0);', 'ValueError: max_workers must be greater than 0'],
    ["new ThreadPoolExecutor('x' as any);", "TypeError: ThreadPoolExecutor takes a whole number of workers, not 'x'"],
    ['new ThreadPoolExecutor({ initializer: 3 as any });', 'TypeError: initializer must be a callable'],
    ['new ThreadPoolExecutor(1).submit(3 as any);', 'TypeError: submit takes a function, not 3. Write pool.submit(work, 1), not pool.submit(work(1)): the second calls work first.'],
    ['new ThreadPoolExecutor(1).map(() => {}, 3 as any);', 'TypeError: map takes a function and a list, not 3'],
  ])('TP7 refuses %s', (text, error) => {
    expect(lines(text)).toEqual([`error: ${error} (line 2)`]);
  });

  it('TP8 await using and with shut it down at their ends', () => {
    expect(lines("{\n  await using pool = new ThreadPoolExecutor(1);\n  pool.submit(async () => { await sleep(1); console.log('call'); });\n}\nconsole.log('end');")).toEqual(['call', 'end']);
    expect(lines("try {\n  await new ThreadPoolExecutor(1).with(async (pool) => { pool.submit(async () => { await sleep(1); console.log('call'); }); throw new RangeError('no'); });\n} catch (error) { console.log(String(error)); }")).toEqual(['call', 'RangeError: no']);
  });
});

describe('tqdm', () => {
  it('PB1 moves after each item, in the order in which they come', () => {
    expect(lines("const pool = new ThreadPoolExecutor(2);\nconst fs = [2, 1].map((n) => pool.submit(async () => { await sleep(n); return n; }));\nfor await (const f of tqdm(asCompleted(fs), { total: 2, desc: 'pages' })) console.log(await f.result());")).toEqual(['1', 'pages:  50%|#####     | 1/2', '2', 'pages: 100%|##########| 2/2']);
    expect(lines("for await (const n of tqdm([7, 8, 9])) { if (n === 8) break; }\nfor await (const n of tqdm(new Map([[1, 2]]).keys())) console.log(n);")).toEqual([' 33%|###       | 1/3', '1', '1it']);
    expect(lines('tqdm(3 as any);')).toEqual(['error: TypeError: tqdm takes something to go through, not 3 (line 2)']);
  });

  it('PB2 a bar can be moved by several threads: no update is lost', () => {
    expect(possible("const bar = new ProgressBar({ total: 2 });\nfor (const name of ['a', 'b']) new Thread({ name, target: async () => { bar.update(); } }).start();")).toEqual(['ok:  50%|#####     | 1/2, 100%|##########| 2/2']);
  });
});
