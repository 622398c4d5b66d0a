import { inGo, outcomes, possible, prints, stuckIn, run } from '#engine/testing';
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
    expect(prints("try { (Promise as any)(() => {}); } catch (error) { console.log(String(error)); }\ntry { new (Promise as any)(3); } catch (error) { console.log(String(error)); }")).toEqual(["TypeError: Class constructor Promise cannot be invoked without 'new'", 'TypeError: Promise resolver 3 is not a function']);
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
    const make = "const make = (name: string) => ({ name, [Symbol.dispose]() { console.log('close', name); } });\n";
    expect(prints(make + "outer: for (using x = make('x'), y = make('y'); ;) for (;;) { console.log(x.name, y.name); break outer; }\nasync function f() { for (await using w = make('w'); ;) return w.name; }\nconsole.log(await f());\nfor (using each of [make('1'), make('2')]) console.log(each.name);")).toEqual(['x y', 'close y', 'close x', 'close w', 'w', '1', 'close 1', '2', 'close 2']);
    expect(prints("const log: string[] = [];\nasync function f() { { await using nothing = null; } log.push('after'); }\nconst p = f();\nlog.push('out');\nawait p;\nconsole.log(log.join());", { mode: 'cooperative' })).toEqual(['out,after']);
    expect(prints("const d = { async [Symbol.asyncDispose]() { throw new Error('d'); } };\ntry { await using a = d; throw new Error('b'); } catch (error: any) { console.log(error.name, error.error.message, error.suppressed.message); }")).toEqual(['SuppressedError d b']);
  });
});

describe('what programs do with Promise', () => {
  it('PR16 a change of Promise ends with the run', () => {
    expect(prints("Promise.prototype.then = function () { return 'mine'; } as any;\nPromise.resolve = null as any;\nconsole.log(Promise.reject(1).then(), Promise.resolve);")).toEqual(['mine null', 'error: thrown: 1 (line 3)']);
    expect(prints('console.log(await Promise.resolve(1).then((x) => x + 1));')).toEqual(['2']);
    expect(prints("console.log(Object.keys(Promise.resolve()), 'resolve' in Promise.resolve(), Object.getPrototypeOf(Promise.prototype) === Object.prototype);")).toEqual(['[] false true']);
  });

  it('PR17 subclasses and species', () => {
    expect(prints('class P<T> extends Promise<T> { asked = 0; then(...args: any[]): any { this.asked++; return super.then(...args); } }\nconst p = new P<number>((r) => r(1));\nconst q = p.then((x) => x + 1);\nconsole.log(q instanceof P, P.all([1]) instanceof P, P.resolve(p) === p, p.finally(() => {}) instanceof P);\nconst before = p.asked;\nconsole.log(await p, p.asked - before);')).toEqual(['true true true true', '1 1']);
    expect(prints('class P<T> extends Promise<T> { static get [Symbol.species]() { return Promise; } }\nconsole.log(P.resolve(1).then(() => {}) instanceof P);')).toEqual(['false']);
    expect(prints("try { Promise.resolve.call(Object as any, 1); } catch (error) { console.log((error as Error).name); }\ntry { Promise.prototype.then.call({} as any); } catch (error) { console.log((error as Error).name); }")).toEqual(['TypeError', 'TypeError']);
  });

  it('PR18 the iterable of all is closed if a part cannot be asked', () => {
    const iterable = "const it = { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return() { console.log('closed'); return {}; } }; } };";
    for (const method of ['all', 'allSettled', 'any', 'race']) expect(prints(`${iterable}\nPromise.resolve = () => { throw new Error('no'); };\ntry { await Promise.${method}(it); } catch (error) { console.log(String(error)); }`)).toEqual(['closed', 'Error: no']);
    expect(prints("try { await Promise.all(3 as any); } catch (error) { console.log((error as Error).name); }")).toEqual(['TypeError']);
    expect(prints("const it = { [Symbol.iterator]: () => ({ next() { throw new Error('next'); }, return() { console.log('closed'); return {}; } }) };\ntry { await Promise.all(it as any); } catch (error) { console.log(String(error)); }")).toEqual(['Error: next']);
  });

  it('PR19 who is first counts in every order', () => {
    const parts = (method: string, end: string): string => inGo(`async function part(x: string) { await sleep(1); ${end} }\ntry { console.log(await Promise.${method}([part('a'), part('b')])); } catch (error) { console.log('caught ' + error); }`);
    expect(outcomes(parts('any', 'return x;')).map((line) => line.slice(line.indexOf('ok'))).sort()).toEqual(['ok: a', 'ok: b']);
    expect(outcomes(parts('all', 'throw x;')).map((line) => line.slice(line.indexOf('ok'))).sort()).toEqual(['ok: caught a', 'ok: caught b']);
  });

  it('PR20 async generators: return waits, yield* passes on, requests queue', () => {
    expect(prints("async function* f() { try { yield 1; } catch (error) { console.log('thrown in', error); yield 2; } }\nconst g = f();\nawait g.next();\nconsole.log(await g.return(Promise.reject('no') as any), await g.return(Promise.resolve(9) as any));")).toEqual(['thrown in no', '{ value: 2, done: false } { value: 9, done: true }']);
    expect(prints("const inner = { [Symbol.asyncIterator]() { return this; }, async next(x: unknown) { return { value: ['next', x], done: false }; }, async throw(x: unknown) { return { value: ['throw', x], done: false }; }, async return(x: unknown) { return { value: ['return', x], done: true }; } };\nasync function* f(): any { yield* inner as any; }\nconst g = f();\nfor (const r of [await g.next('lost'), await g.next(1), await g.throw(2), await g.return(3)]) console.log(r.value[0], r.value[1], r.done);")).toEqual(['next undefined false', 'next 1 false', 'throw 2 false', 'return 3 true']);
    expect(prints("async function* f() { yield 1; yield 2; }\nconst g = f();\nconst [a, b, c] = [g.next(), g.next(), g.next()];\nawait Promise.all([c.then(() => console.log('c')), b.then(() => console.log('b')), a.then(() => console.log('a'))]);", { mode: 'cooperative' })).toEqual(['a', 'b', 'c']);
    expect(prints("async function* f() {}\ntry { await f.prototype.next.call({}); } catch (error) { console.log((error as Error).name); }")).toEqual(['TypeError']);
  });

  it('PR21 for await looks next up once, and closes what it cannot go on with', () => {
    expect(prints("let looked = 0;\nconst it = { [Symbol.asyncIterator]() { return this; }, get next() { looked++; let n = 0; return async () => ({ value: n, done: n++ > 2 }); } };\nfor await (const x of it) ;\nconsole.log(looked);")).toEqual(['1']);
    expect(prints("const it = { [Symbol.iterator]: () => ({ next: () => ({ value: Promise.reject('bad'), done: false }), return() { console.log('closed'); return {}; } }) };\ntry { for await (const x of it) ; } catch (error) { console.log(error); }")).toEqual(['closed', 'bad']);
    expect(prints("const it = { [Symbol.asyncIterator]: () => ({ next: async () => 3 }) };\ntry { for await (const x of it as any) ; } catch (error) { console.log((error as Error).name); }\nconst never = { [Symbol.asyncIterator]: () => ({ next: async () => ({ get value() { throw new Error('value'); }, done: false }), return() { console.log('closed'); } }) };\ntry { for await (const x of never as any) ; } catch (error) { console.log((error as Error).message); }")).toEqual(['TypeError', 'value']);
  });

  it('PR22 async functions and generators inherit what they should', () => {
    expect(prints("const A = Object.getPrototypeOf(async () => {}), G = Object.getPrototypeOf(async function* () {});\nconsole.log(A[Symbol.toStringTag], G[Symbol.toStringTag], A.constructor.name, Object.getPrototypeOf(A) === Function.prototype);\nasync function* g() {}\ng.prototype.extra = 1;\nconsole.log((g() as any).extra, Object.prototype.toString.call(g()), (g as any).constructor === G.constructor);\ntry { new A.constructor('return 1'); } catch (error) { console.log((error as Error).message); }")).toEqual(['AsyncFunction AsyncGeneratorFunction AsyncFunction true', '1 [object AsyncGenerator] true', expect.stringContaining('AsyncFunction')]);
  });

  it('PR23 AsyncDisposableStack', () => {
    expect(prints("const stack = new AsyncDisposableStack();\nstack.defer(() => console.log('first'));\nstack.adopt('x', async (x: string) => { await null; console.log(x); throw new Error('e1'); });\nstack.use({ [Symbol.dispose]() { throw new Error('e2'); } } as any);\ntry { await stack.disposeAsync(); } catch (error: any) { console.log(error.name, error.error.message, error.suppressed.message, stack.disposed); }\nawait stack.disposeAsync();")).toEqual(['x', 'first', 'SuppressedError e1 e2 true']);
  });

  it('PR24 a proxy does not see the kernel', () => {
    expect(prints("const seen: string[] = [];\nconst log = (name: string) => (_: object, key: any) => { seen.push(name + ' ' + String(key)); return undefined as any; };\nconst p: any = new Proxy(function () {}, { get: log('get'), has: log('has'), getPrototypeOf: () => { seen.push('proto'); return null; }, apply: () => 1 });\nconst q = p; q.a; p(); await p(); 'b' in p; p[Symbol.iterator];\nconsole.log(seen.join());")).toEqual(['get a,has b,get Symbol(Symbol.iterator)']);
  });

  it('PR27 a then comes before or after the step that settles', () => {
    const text = inGo(`
const ch = chan<number>(1), done = chan<number>();
const log: string[] = [];
go('receiver', async () => { await ch.receive(); log.push('got'); await done.send(1); });
const late = ch.send(1).then(() => { log.push('sent'); });
await done.receive();
await late;
console.log(log.join(' '));
    `);
    expect(possible(text)).toEqual(['ok: got sent', 'ok: sent got']);
  });

  it('PR28 reactions run in the order in which they were asked for, and tasks may ask in any order', () => {
    const text = inGo(`
const { promise, resolve } = Promise.withResolvers<void>();
const wg = new WaitGroup();
const log: string[] = [];
for (const name of ['a', 'b']) wg.go(async () => { promise.then(() => { log.push(name); }); });
await wg.wait();
resolve();
await promise;
console.log(log.join(' '));
    `);
    expect(possible(text)).toEqual(['ok: a b', 'ok: b a']);
  });

  it('PR28 a part of race that was settled before it was asked counts in the order of the list', () => {
    const text = inGo(`
const [a, b] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
const wg = new WaitGroup();
wg.go(async () => { b.resolve('b'); a.resolve('a'); });
wg.go(async () => { console.log(await Promise.race([a.promise, b.promise])); });
await wg.wait();
    `);
    expect(possible(text)).toEqual(['ok: a', 'ok: b']);
  });

  it('PR29 an async generator answers in the order in which it is asked, and tasks may ask in any order', () => {
    const text = inGo(`
async function* count() { yield 1; yield 2; }
const numbers = count();
const seen: Record<string, unknown> = {};
const wg = new WaitGroup();
for (const name of ['a', 'b']) wg.go(async () => { seen[name] = (await numbers.next()).value; });
await wg.wait();
console.log(seen.a, seen.b);
    `);
    expect(possible(text)).toEqual(['ok: 1 2', 'ok: 2 1']);
  });

  it('PR30 the end of main waits for async calls and timers that were started before it, and whoever starts them may come before or after', () => {
    expect(possible(inGo("go('starter', async () => { setTimeout(() => console.log('late'), 5); });"))).toEqual(['ok', 'ok: late']);
  });

  it('PR30 whether somebody had asked about a rejected promise when main ended is tried both ways', () => {
    const text = inGo(`
const { promise, reject } = Promise.withResolvers<void>();
go('a', async () => { reject(new Error('no')); });
go('b', async () => { try { await promise; } catch {} });
    `);
    expect(possible(text)).toEqual(['error (Error: no)', 'ok']);
  });
});
