import { explore, inGo, outcomes, possible, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';
describe('Once', () => {
  it('ON1 runs a function once, whoever comes first', () => {
    expect(possible(inGo(`
const once = new Once();
const wg = new WaitGroup();
for (const name of ['a', 'b']) wg.go(() => once.do(() => { console.log(name); }));
await wg.wait();
    `))).toEqual(['ok: a', 'ok: b']);
  });

onBothKernels();

  it('ON1 it is one run for each Once, not for each function', () => {
    expect(prints(inGo("const once = new Once();\nawait once.do(() => { console.log('a'); });\nawait once.do(() => { console.log('b'); });\nawait new Once().do(() => { console.log('c'); });"))).toEqual(['a', 'c']);
  });

  it('ON2 the others wait until the function has ended, and know what it did', () => {
    const text = inGo(`
let ready = 0;
const once = new Once();
const wg = new WaitGroup();
for (const name of ['a', 'b']) wg.go(async () => { await once.do(async () => { await sleep(1); ready = 1; }); console.log(ready); });
await wg.wait();
    `);
    expect(possible(text)).toEqual(['ok: 1, 1']);
    expect(explore(text).races).toEqual([]);
  });

  it('ON3 a function that calls do of the same Once waits for itself', () => {
    expect(run(inGo('const once = new Once();\nawait once.do(() => once.do(() => {}));')).end).toMatchObject({ kind: 'deadlock', cycle: [0], waiting: [{ reason: 'sync.Mutex.Lock', heldBy: 0, place: { line: 3 } }] });
    expect(stuckIn(inGo("const once = new Once();\ngo('other', () => once.do(() => {}));\nawait once.do(async () => { await chan().receive(); });"))).toEqual(['main: chan receive', 'other: sync.Mutex.Lock']);
  });

  it('ON4 a function that failed has been run: only the first caller hears of it', () => {
    expect(prints(inGo("const once = new Once();\ntry { await once.do(() => panic('no tea')); } catch (error) { console.log(error.message); }\nawait once.do(() => { console.log('again'); });\nconsole.log('end');"))).toEqual(['no tea', 'end']);
  });

  it('ON5 onceFunc and onceValue run it once, give what it returned, and fail with the same error each time', () => {
    expect(prints(inGo("let n = 0;\nconst next = onceValue(async () => { await sleep(1); return ++n; });\nconsole.log(await next(), await next());\nconst act = onceFunc(() => { n = 10; return 1; });\nconsole.log(await act(), await act(), n);"))).toEqual(['1 1', 'undefined undefined 10']);
    expect(prints(inGo("const next = onceValue(() => { throw new Error('dry'); });\nfor (const round of [1, 2]) { try { await next(); } catch (error) { console.log(error.message); } }\nconst act = onceFunc(() => panic('out'));\nfor (const round of [1, 2]) { try { await act(); } catch (error) { console.log(error.message); } }"))).toEqual(['dry', 'dry', 'out', 'out']);
  });

  it('ON6 takes a function', () => {
    expect(prints(inGo('await new Once().do(1 as any);'))).toEqual(['error: TypeError: Once.do takes a function, not 1. Write once.do(work), not once.do(work()): the second calls work first. (line 2)']);
    expect(prints(inGo('onceFunc(1 as any);'))).toEqual([expect.stringContaining('TypeError: onceFunc takes a function, not 1')]);
    expect(prints(inGo('onceValue(1 as any);'))).toEqual([expect.stringContaining('TypeError: onceValue takes a function, not 1')]);
  });

  it('ON7 only who comes first makes an order', () => {
    expect(outcomes(inGo('const once = new Once();\nfor (const n of [1, 2, 3]) go(() => once.do(() => {}));\nawait sleep(1);'), { timers: 'patient' })).toEqual(['3 × ok']);
  });
});
