import { inGo, outcomes, prints, stuckIn, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';

describe('Promise', () => {
  it('PR1 is fulfilled or rejected once; what comes after is ignored', () => {
    expect(prints('console.log(await new Promise((resolve, reject) => { resolve(1); resolve(2); reject(3); throw 4; }));')).toEqual(['1']);
    expect(prints('const { promise, resolve } = Promise.withResolvers<number>();\nresolve(1);\nresolve(2);\nconsole.log(await promise);')).toEqual(['1']);
    expect(prints('console.log(await new Promise((_, reject) => { throw 3; }).catch((x) => x));')).toEqual(['3']);
  });

  it('PR2 then, catch and finally chain', () => {
    expect(prints("Promise.resolve(1).then((x) => x + 1).then((x) => { throw new Error('e' + x); }).catch((e) => e.message).finally(() => console.log('finally')).then(console.log);")).toEqual(['finally', 'e2']);
    expect(prints('console.log(await Promise.resolve(1).then(3 as any), await Promise.reject(2).then(null, (x) => x + 1));')).toEqual(['1 3']);
  });

  it('PR3 follows thenables, which count once, and may throw or never answer', () => {
    expect(prints('const t = { then(r: any, j: any) { r(1); r(2); j(3); throw 4; } };\nconsole.log(await t, await Promise.resolve(t));')).toEqual(['1 1']);
    expect(prints("const t = { get then() { throw new Error('getter'); } };\ntry { await (t as any); } catch (error) { console.log(String(error)); }")).toEqual(['Error: getter']);
    expect(stuckIn('await { then() {} };')).toEqual(['main: await']);
  });

  it('PR4 a promise that waits for itself is rejected', () => {
    expect(prints('const p: Promise<unknown> = Promise.resolve().then(() => p);\ntry { await p; } catch (error) { console.log(String(error)); }')).toEqual(['TypeError: Chaining cycle detected for promise']);
  });

  it('PR5 all, allSettled, any and race', () => {
    expect(prints('console.log(await Promise.all([1, Promise.resolve(2), new Promise((r) => r(3))]), await Promise.all([]));')).toEqual(['[1, 2, 3] []']);
    expect(prints("try { await Promise.all([1, Promise.reject(new Error('no'))]); } catch (error) { console.log(String(error)); }")).toEqual(['Error: no']);
    expect(prints("console.log(await Promise.allSettled([1, Promise.reject('no')]));")).toEqual(["[{ status: 'fulfilled', value: 1 }, { status: 'rejected', reason: 'no' }]"]);
    expect(prints("console.log(await Promise.any([Promise.reject('a'), 2]));\ntry { await Promise.any([Promise.reject('a')]); } catch (error) { console.log((error as AggregateError).errors, String(error)); }")).toEqual(['2', "['a'] AggregateError: All promises were rejected"]);
    expect(prints('console.log(await Promise.race([new Promise(() => {}), 2]));')).toEqual(['2']);
  });

  it('PR6 the parts of all do not multiply orders', () => {
    expect(outcomes(inGo('async function part(x: number) { const c = chan<number>(1); await c.send(x); return x; }\nconsole.log(await Promise.all([part(1), part(2), part(3)]));'))).toEqual(['1 × ok: [1, 2, 3]']);
  });

  it('PR7 operations of the library can be parts too', () => {
    expect(outcomes(inGo('const c = chan<number>();\nconsole.log(await Promise.all([c.send(1), c.receive()]));'))).toEqual(['1 × ok: [undefined, 1]']);
    expect(prints(inGo("const c = chan<number>();\nconsole.log(await Promise.race([c.receive(), sleep(5).then(() => 'late')]));"))).toEqual(['late']);
  });

  it('PR8 reactions run first in first out, before the next task goes on', () => {
    expect(prints("Promise.resolve().then(() => console.log('a'));\nqueueMicrotask(() => console.log('b'));\nconsole.log('c');\nawait null;\nconsole.log('d');", { mode: 'cooperative' })).toEqual(['c', 'a', 'b', 'd']);
  });

  it('PR9 a rejection that nobody asked about ends the program when main ends', () => {
    expect(prints("Promise.reject(new Error('lost'));\nconsole.log('x');")).toEqual(['x', 'error: Error: lost (line 1)']);
    expect(prints("async function f() {\n  throw new Error('lost');\n}\nf();\nconsole.log('x');")).toEqual(['x', 'error: Error: lost (line 2)']);
    expect(prints(inGo("const p = Promise.reject(new Error('u'));\nawait sleep(1);\np.catch(() => console.log('caught'));"))).toEqual(['caught']);
    expect(prints("queueMicrotask(() => { throw new Error('micro'); });\nawait null;\nawait new Promise(() => {});")).toEqual(['error: Error: micro (line 1)']);
  });

  it('PR10 has the shape of the language’s own', () => {
    expect(prints('async function f() {}\nconsole.log(f() instanceof Promise, String(Promise.resolve()), Promise.resolve(Promise.resolve(1)));')).toEqual(['true [object Promise] Promise { 1 }']);
    expect(prints("try { (Promise as any)(() => {}); } catch (error) { console.log(String(error)); }\ntry { new (Promise as any)(3); } catch (error) { console.log(String(error)); }")).toEqual(["TypeError: Promise constructor cannot be invoked without 'new'", 'TypeError: Promise resolver 3 is not a function']);
    expect(prints('console.log(await Promise.try(() => 3), new Promise(() => {}), Promise.reject(4).catch(() => {}) instanceof Promise);')).toEqual(['3 Promise { <pending> } true']);
  });

  it('PR11 a promise that is never settled is waited for by name', () => {
    expect(run('await new Promise(() => {});').end).toMatchObject({ kind: 'deadlock', waiting: [{ task: 0, reason: 'await', place: { line: 1 } }] });
  });
});

describe('async functions and generators', () => {
  it('PR12 an async function runs until its first wait when it is called', () => {
    expect(prints("async function f() { console.log('in'); await null; console.log('later'); }\nconst p = f();\nconsole.log('out');\nawait p;", { mode: 'cooperative' })).toEqual(['in', 'out', 'later']);
    expect(outcomes("async function get() { return Promise.all(['x', 'y']); }\nconsole.log((await get()).join());")).toEqual(['1 × ok: x,y']);
  });

  it('PR13 async generators serve one request after another', () => {
    expect(prints('async function* f() { yield 1; yield 2; }\nconst g = f();\nconsole.log(await Promise.all([g.next(), g.next(), g.next()]));')).toEqual(['[{ value: 1, done: false }, { value: 2, done: false }, { value: undefined, done: true }]']);
    expect(prints("async function* f() { try { yield 1; } finally { console.log('finally'); } }\nfor await (const x of f()) break;\nconst g = f();\nawait g.next();\ntry { await g.throw(new Error('t')); } catch (error) { console.log(String(error)); }")).toEqual(['finally', 'finally', 'Error: t']);
    expect(prints('async function* a() { yield 1; return 5; }\nasync function* b() { const x = yield* a(); yield x; yield* [7, Promise.resolve(8)]; }\nfor await (const x of b()) console.log(x);')).toEqual(['1', '5', '7', '8']);
  });

  it('PR14 for await takes what an array holds, promises and operations too', () => {
    expect(prints(inGo('const c = chan<number>(2);\nfor await (const x of [1, Promise.resolve(2), c.send(1)]) console.log(x);\nconsole.log(c.length);'))).toEqual(['1', '2', 'undefined', '1']);
    expect(prints('for await (const x of 3 as any) {}')).toEqual(['error: TypeError: for await needs something that can be iterated: a channel, an array, an async generator (line 1)']);
  });

  it('PR15 await using disposes in reverse, whatever happens', () => {
    expect(prints("class G { name: string; constructor(name: string) { this.name = name; } async [Symbol.asyncDispose]() { console.log('close ' + this.name); } }\n{ await using a = new G('a'); await using b = new G('b'); console.log('in'); }\nconsole.log('out');")).toEqual(['in', 'close b', 'close a', 'out']);
    expect(prints("const d = { async [Symbol.asyncDispose]() { throw new Error('d'); } };\ntry { await using a = d; throw new Error('b'); } catch (error: any) { console.log(error.name, error.error.message, error.suppressed.message); }")).toEqual(['SuppressedError d b']);
  });
});
