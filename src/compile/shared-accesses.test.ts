/**
 * What the language can do to what two tasks share: each way to read it, beside a write. A row is right if both orders are found, with what each lets
 * the reader see, and the race is reported; in every mode, for who starts first is a matter of order in all of them.
 */
import { describe, expect, it } from 'vitest';
import { ask, explore, inGo, inPython, possible } from '#engine/testing';

type Row = readonly [what: string, shared: string, read: string, write: string];

const SEEN: readonly Row[] = [
  ['property', 'const o = { a: 1 };', 'const got = o.a;', 'o.a = 2;'],
  ['computed', 'const o: any = { a: 1 }; const k = "a";', 'const got = o[k];', 'o[k] = 2;'],
  ['declaration pattern', 'const o = { a: 1 };', 'const { a: got } = o;', 'o.a = 2;'],
  ['declaration default', 'const o: any = { };', 'const { a: got = 1 } = o;', 'o.a = 2;'],
  ['declaration nested', 'const o = { p: { a: 1 } };', 'const { p: { a: got } } = o;', 'o.p.a = 2;'],
  ['declaration rest', 'const o = { a: 1 };', 'const { ...all } = o; const got = all.a;', 'o.a = 2;'],
  ['declaration array', 'const o = [1];', 'const [got] = o;', 'o[0] = 2;'],
  ['declaration array rest', 'const o = [1];', 'const [...all] = o; const got = all[0];', 'o[0] = 2;'],
  ['declaration computed', 'const o: any = { a: 1 }; const k = "a";', 'const { [k]: got } = o;', 'o.a = 2;'],
  ['assignment pattern', 'const o = { a: 1 };', 'let got; ({ a: got } = o);', 'o.a = 2;'],
  ['assignment pattern default', 'const o: any = {};', 'let got; ({ a: got = 1 } = o);', 'o.a = 2;'],
  ['assignment pattern nested', 'const o = { p: { a: 1 } };', 'let got; ({ p: { a: got } } = o);', 'o.p.a = 2;'],
  ['assignment rest', 'const o = { a: 1 };', 'let all: any; ({ ...all } = o); const got = all.a;', 'o.a = 2;'],
  ['assignment array', 'const o = [1];', 'let got; [got] = o;', 'o[0] = 2;'],
  ['assignment array rest', 'const o = [1];', 'let all: any; [...all] = o; const got = all[0];', 'o[0] = 2;'],
  ['assignment to shared var', 'const o = { a: 1 }; let s = 0;', '({ a: s } = o); const got = s;', 'o.a = 2;'],
  ['assignment to shared prop', 'const o = { a: 1 }; const t = { n: 0 };', '({ a: t.n } = o); const got = t.n;', 'o.a = 2;'],
  ['write by pattern', 'const o = { a: 1 };', 'const got = o.a;', '({ x: o.a } = { x: 2 });'],
  ['write by pattern default', 'const o: any = { a: 1 };', 'const got = o.a;', '({ x: o.a = 2 } = {} as any);'],
  ['write by array pattern', 'const o = { a: 1 };', 'const got = o.a;', '[o.a] = [2];'],
  ['write by array pattern rest', 'const o: any = { a: [1] };', 'const got = o.a[0];', '[...o.a] = [2];'],
  ['variable by pattern', 'let v = 1;', 'const got = v;', '({ x: v } = { x: 2 });'],
  ['variable by array pattern', 'let v = 1;', 'const got = v;', '[v] = [2];'],
  ['variable by for of head', 'let v = 1;', 'const got = v;', 'for (v of [2]) ;'],
  ['property by for of head', 'const o = { a: 1 };', 'const got = o.a;', 'for (o.a of [2]) ;'],
  ['variable by for in head', 'let v: any = 1;', 'const got = v;', 'for (v in { 2: 0 }) ;'],
  ['pattern in for of head', 'const o = { a: 1 };', 'let got; for (const { a } of [o]) got = a;', 'o.a = 2;'],
  ['assign pattern in for of head', 'const o = { a: 1 };', 'let got; for ({ a: got } of [o]) ;', 'o.a = 2;'],
  ['parameter pattern', 'const o = { a: 1 }; async function f({ a }: any) { return a; }', 'const got = await f(o);', 'o.a = 2;'],
  ['plain parameter pattern', 'const o = { a: 1 }; function f({ a }: any) { return a; }', 'const got = f(o);', 'o.a = 2;'],
  ['for of array', 'const o = [1];', 'let got; for (const x of o) got = x;', 'o[0] = 2;'],
  ['for of push', 'const o = [1];', 'let got; for (const x of o) got = x;', 'o.push(2);'],
  ['for in', 'const o: any = { a: 1 };', 'let got = ""; for (const k in o) got += k;', 'o.b = 2;'],
  ['spread array', 'const o = [1];', 'const got = [...o].length;', 'o.push(2);'],
  ['spread array element', 'const o = [1];', 'const got = [...o][0];', 'o[0] = 2;'],
  ['spread object', 'const o: any = { a: 1 };', 'const got = { ...o }.a;', 'o.a = 2;'],
  ['spread call', 'const o = [1];', 'const got = Math.max(...o);', 'o[0] = 2;'],
  ['in', 'const o: any = { a: 1 };', 'const got = "a" in o;', 'delete o.a;'],
  ['in / add', 'const o: any = {};', 'const got = "a" in o;', 'o.a = 1;'],
  ['delete', 'const o: any = { a: 1 };', 'const got = o.a;', 'delete o.a;'],
  ['Object.keys', 'const o: any = { a: 1 };', 'const got = Object.keys(o).length;', 'o.b = 2;'],
  ['Object.keys delete', 'const o: any = { a: 1 };', 'const got = Object.keys(o).length;', 'delete o.a;'],
  ['Object.entries', 'const o: any = { a: 1 };', 'const got = String(Object.entries(o));', 'o.a = 2;'],
  ['Object.assign from', 'const o: any = { a: 1 };', 'const got = (Object.assign({}, o) as any).a;', 'o.a = 2;'],
  ['Object.assign to', 'const o: any = { a: 1 };', 'const got = o.a;', 'Object.assign(o, { a: 2 });'],
  ['Object.defineProperty', 'const o: any = { a: 1 };', 'const got = o.a;', 'Object.defineProperty(o, "a", { value: 2 });'],
  ['Reflect.set', 'const o: any = { a: 1 };', 'const got = o.a;', 'Reflect.set(o, "a", 2);'],
  ['Reflect.get', 'const o: any = { a: 1 };', 'const got = Reflect.get(o, "a");', 'o.a = 2;'],
  ['Object.hasOwn', 'const o: any = { a: 1 };', 'const got = Object.hasOwn(o, "a");', 'delete o.a;'],
  ['JSON.stringify', 'const o: any = { a: 1 };', 'const got = JSON.stringify(o);', 'o.a = 2;'],
  ['JSON.stringify deep', 'const o: any = { p: { a: 1 } };', 'const got = JSON.stringify(o);', 'o.p.a = 2;'],
  ['structuredClone deep', 'const o: any = { p: { a: 1 } };', 'const got = structuredClone(o).p.a;', 'o.p.a = 2;'],
  ['console.log deep', 'const o: any = { p: { a: 1 } };', 'const got = 0; console.log(o);', 'o.p.a = 2;'],
  ['Array.from', 'const o = [1];', 'const got = Array.from(o)[0];', 'o[0] = 2;'],
  ['new Set(array)', 'const o = [1];', 'const got = new Set(o).has(1);', 'o[0] = 2;'],
  ['new Map(map)', 'const o = new Map([[1, 1]]);', 'const got = new Map(o).get(1);', 'o.set(1, 2);'],
  ['for of map', 'const o = new Map([[1, 1]]);', 'let got = 0; for (const [, v] of o) got = v;', 'o.set(1, 2);'],
  ['array length', 'const o = [1];', 'const got = o.length;', 'o.push(2);'],
  ['array length write', 'const o = [1];', 'const got = o.length;', 'o.length = 0;'],
  ['array index', 'const o = [1];', 'const got = o[0];', 'o[0] = 2;'],
  ['array at', 'const o = [1];', 'const got = o.at(0);', 'o[0] = 2;'],
  ['array map', 'const o = [1];', 'const got = o.map((x) => x)[0];', 'o[0] = 2;'],
  ['array sort', 'const o = [2, 1];', 'const got = o[0];', 'o.sort();'],
  ['typed array', 'const o = new Int32Array(1);', 'const got = o[0];', 'o[0] = 2;'],
  ['typed array fill', 'const o = new Int32Array(1);', 'const got = o[0];', 'o.fill(2);'],
  ['Map get/set', 'const o = new Map([[1, 1]]);', 'const got = o.get(1);', 'o.set(1, 2);'],
  ['Map size', 'const o = new Map([[1, 1]]);', 'const got = o.size;', 'o.set(2, 2);'],
  ['WeakMap', 'const key = {}; const o = new WeakMap([[key, 1]]);', 'const got = o.get(key);', 'o.set(key, 2);'],
  ['Date', 'const o = new Date(0);', 'const got = o.getTime();', 'o.setTime(2);'],
  ['optional chain', 'const o: any = { p: { a: 1 } };', 'const got = o?.p?.a;', 'o.p.a = 2;'],
  ['optional chain first', 'const o: any = { p: { a: 1 } };', 'const got = o?.p?.a;', 'o.p = undefined;'],
  ['method lookup', 'const o: any = { f: () => 1 };', 'const got = o.f();', 'o.f = () => 2;'],
  ['tagged template', 'const o = { a: 1 }; const tag = (_: any, x: any) => x;', 'const got = tag`${o.a}`;', 'o.a = 2;'],
  ['tag function', 'const o = { a: 1 }; const tag = (_: any) => o.a;', 'const got = tag`x`;', 'o.a = 2;'],
  ['template', 'const o = { a: 1 };', 'const got = `${o.a}`;', 'o.a = 2;'],
  ['getter', 'let v = 1; const o = { get a() { return v; } };', 'const got = o.a;', 'v = 2;'],
  ['setter', 'let v = 1; const o = { set a(x: number) { v = x; } };', 'const got = v;', 'o.a = 2;'],
  ['class getter', 'class C { v = 1; get a() { return this.v; } } const o = new C();', 'const got = o.a;', 'o.v = 2;'],
  ['private field', 'class C { #v = 1; async read() { return this.#v; } async write() { this.#v = 2; } } const o = new C();', 'const got = await o.read();', 'await o.write();'],
  ['private in plain methods', 'class C { #v = 1; read() { return this.#v; } write() { this.#v = 2; } } const o = new C();', 'const got = o.read();', 'o.write();'],
  ['private pattern', 'class C { #v = 1; async read() { const { ...x } = this; return this.#v; } async write() { [this.#v] = [2]; } } const o = new C();', 'const got = await o.read();', 'await o.write();'],
  ['private accessor', 'class C { v = 1; get #a() { return this.v; } async read() { return this.#a; } } const o = new C();', 'const got = await o.read();', 'o.v = 2;'],
  ['static field', 'class C { static v = 1; }', 'const got = C.v;', 'C.v = 2;'],
  ['super property', 'class A { get a() { return (this as any).v; } } class C extends A { v = 1; async read() { return super.a; } } const o = new C();', 'const got = await o.read();', 'o.v = 2;'],
  ['increment', 'const o = { a: 1 };', 'const got = o.a;', 'o.a++;'],
  ['logical assignment', 'const o: any = { a: 0 };', 'const got = o.a;', 'o.a ||= 2;'],
  ['nullish assignment', 'const o: any = {};', 'const got = o.a;', 'o.a ??= 2;'],
  ['computed key twice', 'const o: any = { a: 1 }; let k = "a";', 'const got = o[k];', 'k = "b";'],
  ['toString', 'let v = 1; const o = { toString() { return String(v); } };', 'const got = `${o}`;', 'v = 2;'],
  ['valueOf', 'let v = 1; const o = { valueOf() { return v; } };', 'const got = +o;', 'v = 2;'],
  ['iterator', 'let v = 1; const o = { *[Symbol.iterator]() { yield v; } };', 'const got = [...o][0];', 'v = 2;'],
  ['Symbol.hasInstance', 'let v = true; class C { static [Symbol.hasInstance]() { return v; } }', 'const got = {} instanceof C;', 'v = false;'],
  ['callback of sort', 'let v = 1; const xs = [2, 1];', 'const got = [...xs].sort((a, b) => v * (a - b))[0];', 'v = -1;'],
  ['reduce callback', 'const o = { a: 1 };', 'const got = [1].reduce((s) => s + o.a, 0);', 'o.a = 2;'],
  ['new', 'let v = 1; class C { x = v; }', 'const got = new C().x;', 'v = 2;'],
  ['default parameter', 'let v = 1; function f(x = v) { return x; }', 'const got = f();', 'v = 2;'],
  ['async default parameter', 'let v = 1; async function f(x = v) { return x; }', 'const got = await f();', 'v = 2;'],
  ['closure in arguments', 'let v = 1; const run = (f: () => number) => f();', 'const got = run(() => v);', 'v = 2;'],
  ['generator body', 'let v = 1; function* g() { yield v; }', 'const got = g().next().value;', 'v = 2;'],
  ['async generator body', 'let v = 1; async function* g() { yield v; }', 'const got = (await g().next()).value;', 'v = 2;'],
  ['static block', 'let v = 1;', 'class C { static x = 0; static { C.x = v; } } const got = C.x;', 'v = 2;'],
  ['computed class key', 'let v = "a";', 'class C { static [v] = 1; } const got = "a" in C;', 'v = "b";'],
  ['switch', 'const o = { a: 1 };', 'let got; switch (o.a) { case 1: got = 1; break; default: got = 2; }', 'o.a = 2;'],
  ['switch case', 'const o = { a: 1 };', 'let got; switch (1) { case o.a: got = 1; break; default: got = 2; }', 'o.a = 2;'],
  ['conditional', 'const o = { a: 1 };', 'const got = o.a > 1 ? "x" : "y";', 'o.a = 2;'],
  ['throw', 'const o = { a: 1 };', 'let got; try { throw o.a; } catch (e) { got = e; }', 'o.a = 2;'],
  ['arguments object', 'let v = 1; function f() { return (() => v)(); }', 'const got = f();', 'v = 2;'],
  ['typeof', 'const o: any = { a: 1 };', 'const got = typeof o.a;', 'o.a = "x";'],
  ['comma', 'const o: any = { a: 1 };', 'const got = (0, o.a);', 'o.a = 2;'],
  ['exponent assign', 'const o: any = { a: 2 };', 'const got = o.a;', 'o.a **= 2;'],
  ['class extends expr', 'let B: any = class { x = 1; };', 'const got = new (class extends B {})().x;', 'B = class { x = 2; };'],
  ['Symbol key', 'const k = Symbol(); const o: any = { [k]: 1 };', 'const got = o[k];', 'o[k] = 2;'],
  ['delete array', 'const o = [1];', 'const got = o[0];', 'delete o[0];'],
  ['using', 'let v = 1;', 'let got; { using r = { [Symbol.dispose]() { got = v; } }; }', 'v = 2;'],
  ['array pattern in an array pattern', 'const o = [1]; const pair: any = ["x", o];', 'const [, [got]] = pair;', 'o[0] = 2;'],
  ['object pattern in an array pattern', 'const o = { a: 1 }; const pair: any = ["x", o];', 'const [, { a: got }] = pair;', 'o.a = 2;'],
  ['object pattern in a parameter of entries', 'const o = { a: 1 }; function f([, { a }]: any) { return a; }', 'const got = f(["x", o]);', 'o.a = 2;'],
  ['assignment to a pattern in an array pattern', 'const o = { a: 1 }; const pair: any = ["x", o];', 'let got; [, { a: got }] = pair;', 'o.a = 2;'],
  ['entries of a map in a for of head', 'const o = { a: 1 }; const map = new Map([["x", o]]);', 'let got; for (const [, { a }] of map) got = a;', 'o.a = 2;'],
  ['var pattern', 'const o = { a: 1 };', 'var { a: got } = o;', 'o.a = 2;'],
  ['var array pattern', 'const o = [1];', 'var [got] = o;', 'o[0] = 2;'],
  ['default of a pattern in a pattern', 'const o = { a: 1 }; const pair: any = ["x", o];', 'const [, { a: got } = { a: 3 }] = pair;', 'o.a = 2;'],
  ['rest in a pattern in a pattern', 'const o: any = { a: 1 }; const pair: any = ["x", o];', 'const [, { ...all }] = pair; const got = all.a;', 'o.a = 2;'],
  ['var array pattern in a for of head', 'const o = { a: 1 }; const list = [["x", o]] as any;', 'for (var [, { a: got }] of list);', 'o.a = 2;'],
  ['var pattern with a default in a for of head', 'const o: any = {};', 'for (var { a: got = 1 } of [o]);', 'o.a = 2;'],
  ['array in a for of head', 'const o = [1];', 'let got; for (const [a] of [o]) got = a;', 'o[0] = 2;'],
  ['pattern in a for await head', 'const o = { a: 1 };', 'let got; for await (const { a } of [o]) got = a;', 'o.a = 2;'],
  ['catch pattern', 'const o = { a: 1 };', 'let got; try { throw o; } catch ({ a }) { got = a; }', 'o.a = 2;'],
  ['catch pattern with a default', 'const o: any = {};', 'let got; try { throw o; } catch ({ a = 1 }) { got = a; }', 'o.a = 2;'],
  ['catch pattern with a rest', 'const o: any = { a: 1 };', 'let got; try { throw o; } catch ({ ...all }) { got = all.a; }', 'o.a = 2;'],
  ['catch pattern in a pattern', 'const o = { a: 1 };', 'let got; try { throw ["x", o]; } catch ([, { a }]) { got = a; }', 'o.a = 2;'],
  ['catch pattern in a plain function', 'const o = { a: 1 }; function f() { try { throw o; } catch ({ a }) { return a; } }', 'const got = f();', 'o.a = 2;'],
  ['yield*', 'const o = [1]; function* g() { yield* o; }', 'const got = [...g()][0];', 'o[0] = 2;'],
  ['yield* in an async generator', 'const o = [1]; async function* g() { yield* o; }', 'let got; for await (const x of g()) got = x;', 'o[0] = 2;'],
  ['for await of array', 'const o = [1];', 'let got; for await (const x of o) got = x;', 'o[0] = 2;'],
  ['for await of push', 'const o = [1];', 'let got = 0; for await (const x of o) got += x;', 'o.push(2);'],
  ['entries read later', 'const o = new Map([["x", 1]]);', 'const it = o.entries(); const got = new Map(it).get("x");', 'o.set("x", 2);'],
  ['pattern of a call', 'const o = { a: 1 }; const give = () => o;', 'const { a: got } = give();', 'o.a = 2;'],
  ['pattern of an awaited call', 'const o = { a: 1 }; const give = async () => o;', 'const { a: got } = await give();', 'o.a = 2;'],
  ['array pattern of an awaited call', 'const o = [1]; const give = async () => o;', 'const [got] = await give();', 'o[0] = 2;'],
  ['pattern of a choice', 'const o = { a: 1 };', 'const { a: got } = 1 < 2 ? o : { a: 3 };', 'o.a = 2;'],
  ['member of an awaited call', 'const o = { a: 1 }; const give = async () => o;', 'const got = (await give()).a;', 'o.a = 2;'],
  ['spread of an awaited call', 'const o = [1]; const give = async () => o;', 'const got = [...(await give())][0];', 'o[0] = 2;'],
  ['for of an awaited call', 'const o = [1]; const give = async () => o;', 'let got; for (const x of await give()) got = x;', 'o[0] = 2;'],
  ['structuredClone of an awaited call', 'const o = [1]; const give = async () => o;', 'const got = structuredClone(await give())[0];', 'o[0] = 2;'],
  ['JSON.stringify of a call', 'const o = [1]; const give = () => o;', 'const got = JSON.stringify(give());', 'o[0] = 2;'],
  ['Object.keys of an awaited call', 'const o: any = { a: 1 }; const give = async () => o;', 'const got = Object.keys(await give()).length;', 'o.b = 2;'],
  ['Math.max of a spread call', 'const o = [1]; const give = () => o;', 'const got = Math.max(...give());', 'o[0] = 2;'],
];

/** Said in docs/spec/compile.md, under what the lowering leaves out. */
const UNSEEN: readonly Row[] = [
  ['hasOwnProperty', 'const o: any = { a: 1 };', 'const got = o.hasOwnProperty("a");', 'delete o.a;'],
  ['Object.freeze', 'const o: any = { a: 1 };', 'const got = Object.isFrozen(o);', 'Object.freeze(o);'],
  ['Array.prototype.push.call', 'const o = [1];', 'const got = o.length;', 'Array.prototype.push.call(o, 2);'],
  ['method reference', 'const o = [1]; const push = o.push.bind(o);', 'const got = o.length;', 'push(2);'],
  ['optional call', 'const o: any = { f: () => 1 };', 'const got = o.f?.();', 'o.f = undefined;'],
  ['awaited method lookup', 'const o: any = { f: async () => 1 };', 'const got = await o.f();', 'o.f = async () => 2;'],
  ['tag method lookup', 'const o: any = { tag: () => 1 };', 'const got = o.tag`x`;', 'o.tag = () => 2;'],
  ['object key object', 'const k = { toString: () => "a" }; const o: any = { a: 1 };', 'const got = o[k as any];', 'o.a = 2;'],
  ['string regexp lastIndex', 'const o = /a/g;', 'const got = o.test("aa") && o.lastIndex;', 'o.test("aa");'],
];

const twoTasks = (shared: string, read: string, write: string): string => inGo(`
${shared}
let seen: any;
const wg = new WaitGroup();
wg.go(async () => { ${read} seen = got; });
wg.go(async () => { ${write} });
await wg.wait();
console.log(seen);
`);

/** How many outcomes there are, and whether a race between a read and a write is reported. */
function found(program: string, mode: 'preemptive' | 'cpython' | 'cooperative'): string {
  const { complete, outcomes, races } = explore(program, { mode });
  const isRace = races.some(({ first, second }) => first.kind !== second.kind);
  return `${complete ? '' : 'not all orders, '}${outcomes.length} outcomes, ${isRace ? 'a race' : 'no race'}`;
}

describe('CO37 what two tasks share', () => {
  it.each(SEEN)('CO37 is seen: %s', (_, shared, read, write) => {
    const program = twoTasks(shared, read, write);
    for (const mode of ['preemptive', 'cpython', 'cooperative'] as const) expect(found(program, mode), mode).toBe('2 outcomes, a race');
  });

  it.each(UNSEEN)('CO38 is not seen: %s', (_, shared, read, write) => {
    expect(found(twoTasks(shared, read, write), 'preemptive')).toBe('1 outcomes, no race');
  });
});

describe('CO57 between two looks', () => {
  // The writer goes on only in the middle of the loop, after the first round's write.
  const between = (shared: string, loop: string, write: string): string => inGo(`
${shared}
let rounds = 0;
const wg = new WaitGroup();
wg.go(async () => { let got = ''; ${loop} console.log(got); });
wg.go(async () => { if (rounds === 1) { ${write} } });
await wg.wait();
`);
  it.each([
    ['for of', 'const o = [1];', 'for (const x of o) { rounds += 1; got += x; }', 'o.push(2);', '1 12'],
    ['for of without braces', 'const o = [1];', 'for (const x of o) got += (rounds += 1, x);', 'o.push(2);', '1 12'],
    ['for of with continue', 'const o = [1, 1];', 'for (const x of o) { rounds += 1; got += x; continue; }', 'o[1] = 2;', '11 12'],
    ['for of a map', 'const o = new Map([[1, 1], [2, 1]]);', 'for (const [k] of o) { rounds += 1; got += k; }', 'o.delete(2);', '1 12'],
    ['for of into a variable', 'const o = [1];', 'let x; for (x of o) { rounds += 1; got += x; }', 'o.push(2);', '1 12'],
    ['for of taking apart', 'const o = { a: 1 };', 'for (const { a } of [o, o]) { rounds += 1; got += a; }', 'o.a = 2;', '11 12'],
    ['for of a generator', 'const o = [1]; function* g() { yield* o; }', 'for (const x of g()) { rounds += 1; got += x; }', 'o.push(2);', '1 12'],
    ['for of a generator that loops', 'const o = [1]; function* g() { for (const x of o) yield x; }', 'for (const x of g()) { rounds += 1; got += x; }', 'o.push(2);', '1 12'],
    ['for await', 'const o = [1];', 'for await (const x of o) { rounds += 1; got += x; }', 'o.push(2);', '1 12'],
    ['yield* of an async generator', 'const o = [1]; async function* g() { yield* o; }', 'for await (const x of g()) { rounds += 1; got += x; }', 'o.push(2);', '1 12'],
  ])('CO57 others may go: %s', (_, shared, loop, write, outcomes) => {
    expect(possible(between(shared, loop, write)).join(' ').replaceAll('ok: ', '')).toBe(outcomes);
  });
});

describe('CO39 a function of another file', () => {
  it('CO39 has a point before its call, as one of this file has', () => {
    const files = {
      'main.ts': "import { go, WaitGroup } from 'happens-before/go';\nimport { add, total } from './counter.ts';\nconst wg = new WaitGroup();\nlet before = 0;\nwg.go(async () => { before = 1; add(); before = 2; });\nwg.go(async () => { const was = before; console.log(was, total()); });\nawait wg.wait();",
      'counter.ts': 'let n = 0;\nexport function add(): void { n += 1; }\nexport const total = (): number => n;',
    };
    const { outcomes } = exploreFiles(files);
    expect(outcomes).toContain('1 0');
    expect(outcomes).toContain('1 1');
  });
});

describe('CO49 CO55 what belongs to the course’s own objects', () => {
  const [both, pythonThread] = ['new Thread({ target: async () => { ', ' } }).start();\n'];
  it.each([
    ['length of a channel', inGo("const ch = chan<number>(1);\nconst wg = new WaitGroup();\nwg.go(async () => { await ch.send(1); });\nawait null;\nconst n = ch.length;\nconsole.log(n);"), ['ok: 0', 'ok: 1']],
    ['isShutdown of a queue', inPython(`const q = new Queue();\n${both}q.shutdown();${pythonThread}const is = q.isShutdown;\nconsole.log(is);`), ['ok: false', 'ok: true']],
    ['broken of a barrier', inPython(`const b = new Barrier(2);\n${both}await b.abort();${pythonThread}const is = b.broken;\nconsole.log(is);`), ['ok: false', 'ok: true']],
  ])('CO49 others may go before a look at the %s', (_, program, outcomes) => {
    expect(possible(program)).toEqual(outcomes);
  });

  it.each([
    ['a class that extends a lock', 'class Safe extends Mutex { n = 0; }\nconst o = new Safe();'],
    ['a lock that was given a property', 'const o: any = new Mutex();\no.n = 0;'],
    ['a copy of a lock', 'const o = { ...new Mutex(), n: 0 };'],
    ['a promise', 'const o: any = Promise.resolve();\no.n = 0;'],
    ['a proxy', 'const o = new Proxy({ n: 0 }, {});'],
  ])('CO55 what a program adds to %s is shared like any property', (_, shared) => {
    const program = inGo(`${shared}\nconst wg = new WaitGroup();\nfor (const task of [1, 2]) wg.go(async () => { o.n += task / task; });\nawait wg.wait();\nconsole.log(o.n);`);
    expect(possible(program)).toEqual(['ok: 1', 'ok: 2']);
    expect(explore(program).races.length).toBeGreaterThan(0);
  });
});

function exploreFiles(files: Record<string, string>): { readonly outcomes: readonly string[] } {
  const reply = ask({ kind: 'explore', program: { files, entry: 'main.ts' } });
  if (reply.kind !== 'explored') throw new Error(JSON.stringify(reply));
  return { outcomes: reply.exploration.outcomes.flatMap(({ output }) => output) };
}
