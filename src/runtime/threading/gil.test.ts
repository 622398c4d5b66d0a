import { explore, inPython, possible, prints, textOf } from '#engine/testing';
import { describe, expect, it } from 'vitest';

const workers = (...ms: number[]) => inPython(ms.map((n, i) => `new Thread({ name: '${'abc'[i]}', target: async () => { await work(${n}); console.log('${'abc'[i]}', performance.now()); } }).start();`).join('\n'));
const cpython = { mode: 'cpython', timers: 'patient' } as const;

describe('the GIL', () => {
  it('GI1 who works holds it, and shows that as a lock', () => {
    expect(textOf(workers(3, 3), cpython)).toMatchInlineSnapshot(`
      "  1  main  start    a
        2  main  start    b      then waits: end of the program
        3  a     acquire  GIL    until 3 ms
        4  b     await           then waits for GIL, held by a
        5  a     release  GIL    wakes b, at 3 ms
        6  a     print    a 3
        7  b     acquire  GIL    until 6 ms
        8  b     release  GIL    at 6 ms
        9  b     print    b 6    wakes main
       10  main  end"
    `);
    expect(prints(workers(3, 3), { ...cpython, cores: 8 })).toEqual(['a 3', 'b 6']);
  });

  it('GI2 is handed over after 5 ms if somebody waits, and kept otherwise', () => {
    expect(prints(workers(12, 2), cpython)).toEqual(['b 7', 'a 14']);
    expect(prints(workers(12), cpython)).toEqual(['a 12']);
    const steps = textOf(workers(12), cpython).split('\n').filter((line) => line.includes('GIL'));
    expect(steps.length).toBe(2);
    // The one that comes at 3 ms waits until 8 ms.
    expect(prints(inPython("new Thread({ target: async () => { await work(12); console.log('long', performance.now()); } }).start();\nawait sleep(0.003);\nconsole.log(performance.now());"), cpython)).toEqual(['8', 'long 12']);
  });

  it('GI3 who sleeps does not hold it; after a sleep a thread needs it to go on', () => {
    const text = inPython("new Thread({ name: 'worker', target: async () => { await work(20); console.log('worker', performance.now()); } }).start();\nawait sleep(0.001);\nconsole.log('io', performance.now());");
    expect(prints(text, cpython)).toEqual(['io 6', 'worker 20']);
    expect(prints(text, { timers: 'patient' })).toEqual(['io 1', 'worker 20']);
  });

  it('GI4 without it, threads work at the same time, one on each core, and may switch anywhere', () => {
    expect(prints(workers(12, 12), { ...cpython, freeThreaded: true, cores: 2 })).toEqual(['a 12', 'b 12']);
    expect(prints(workers(12, 12), { ...cpython, freeThreaded: true, cores: 1 })).toEqual(['a 12', 'b 24']);
    const add = inPython("let n = 0;\nconst ts = [1, 2].map(() => new Thread({ target: async () => { n += 1; } }));\nfor (const t of ts) t.start();\nfor (const t of ts) await t.join();\nconsole.log(n);");
    expect(possible(add, { mode: 'cpython' })).toEqual(['ok: 2']);
    expect(possible(add, { mode: 'cpython', freeThreaded: true })).toEqual(['ok: 1', 'ok: 2']);
  });

  it('GI5 which of several takes it next is tried for each', () => {
    expect(explore(workers(6, 1, 1), cpython).outcomes.map(({ output }) => output.join(' ')).sort()).toMatchInlineSnapshot(`
      [
        "b 1 c 2 a 8",
        "b 1 c 7 a 8",
        "b 6 a 7 c 8",
        "b 6 c 7 a 8",
        "c 1 b 2 a 8",
        "c 1 b 7 a 8",
        "c 6 a 7 b 8",
        "c 6 b 7 a 8",
      ]
    `);
    const texts = (strategy: 'dpor' | 'naive') => explore(workers(6, 2), { mode: 'cpython', strategy }).outcomes.map(({ output }) => output.join(' ')).sort();
    expect(texts('dpor')).toEqual(texts('naive'));
  });
});
