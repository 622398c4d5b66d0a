import { inGo, possible, prints } from '#engine/testing';
import { describe, expect, test } from 'vitest';
import { compileOne, notesOf } from './testing/compare.ts';

/** The points and records in the code, in the order of the text: `read counter$`, `invoke xs, push`. Those of printing are left out. */
const calls = (source: string): readonly string[] =>
  [...compileOne(source).matchAll(/\$\.(read|write|readProperty|writeProperty|invoke|invokeFunction|saw(?!All|Each)\w+)\(([^()]*?), (?:undefined, |true, )?\d+\)/g)].map(([, verb = '', operands = '']) => `${verb} ${operands.replaceAll('"', '')}`).filter((call) => !call.endsWith('console, log'));

/** The part of the code that stands for one line of the program. */
const lineOf = (source: string, line: number): string => compileOne(source).split('\n')[line] ?? '';

describe('shared variables', () => {
  test('CO20 captured and written: points in async code, records elsewhere', () => {
    expect(calls('let n = 0; async function f() { n = n + 1; } function g() { return n; } f(); g();')).toEqual(['read n$', 'write n$', 'sawRead n$', 'invokeFunction f', 'invokeFunction g']);
    expect(calls('let n = 0; async function f() { n += 1; n++; }')).toEqual(['read n$', 'write n$', 'read n$', 'write n$']);
  });
  test('CO20 never written, or never captured: no points', () => {
    expect(calls('let n = 0; const m = n; async function f() { return n + m; }')).toEqual([]);
    expect(calls('let n = 0; n += 1; console.log(n); async function f() { let k = 1; k++; return k; }')).toEqual([]);
  });
  test('CO21 the value is computed before the write point', () => {
    expect(lineOf('let n = 0;\nasync function f() { n = g() + n; }\nfunction g() { return n; }', 2)).toMatch(/\$1 = \(\$\.invokeFunction\(g, undefined, \d+\) && \(yield\), g\(\)\) \+ \(\$\.read\(.*\), n\$\.v\), \$\.write\(n\$, \d+\) && \(yield\), n\$\.v = \$1\)/);
  });
  test('CO21 a plain function records its reads before its write too', () => {
    expect(calls('let n = 0; function f() { n = n + 1; } async function g() { f(); return n; }').slice(0, 2)).toEqual(['sawRead n$', 'sawWrite n$']);
  });
  test('CO22 a loop variable that only the head changes is not shared', () => {
    expect(calls('for (let i = 0; i < 3; i++) (async () => i)();')).toEqual([]);
    expect(calls('for (let i = 0; i < 3; i++) { (async () => i)(); i += 0; }')).toEqual(['read i$', 'read i$', 'write i$']);
    expect(calls('for (var i = 0; i < 3; i++) (async () => i)();').length).toBeGreaterThan(3);
  });
  test('CO23 the cell stands at the start of the scope', () => {
    expect(lineOf('async function f(a: number) { let b = a; const g = async () => { a++; b++; }; await g(); }', 1)).toMatch(/function\* \(a\) \{ const a\$ = \$\.cell\("a", \d+, \(\) => a, \(\$p0\) => a = \$p0\); const b\$ = /);
    expect(lineOf('async function f() {\n while (true) { let b = 0; (async () => b++)(); b; } }', 2)).toMatch(/\{ \$\.loop\(\d+\); const b\$ = /);
  });
  test('CO24 parameters and loop heads are written without points', () => {
    expect(calls('let n = 0; async function f(a = n) { n = a; }')).toEqual(['sawRead n$', 'write n$']);
  });
});

describe('properties', () => {
  test('CO30 reads and writes of objects that others may hold', () => {
    expect(calls('const o = { n: 0 }; async function f() { o.n += 1; o["k"] = o.n; delete o.n; }')).toEqual([
      'readProperty o, n', 'writeProperty o, n', 'readProperty o, n', 'writeProperty o, k', 'writeProperty o, n',
    ]);
    expect(calls('class A { #x = 0; async m() { this.#x++; } get y() { return this.#x; } }')).toEqual(['readProperty this, #x', 'writeProperty this, #x', 'sawReadProperty this, #x']);
  });
  test('CO31 members of known globals, of the course and of super are left alone', () => {
    expect(calls("import * as go from 'happens-before/go'; async function f() { console.log(Math.PI, Number.MAX_VALUE, go.chan, JSON.stringify({})); }")).toEqual([]);
    expect(calls('const Math = { PI: 1 }; async function f() { return Math.PI; }')).toEqual(['readProperty Math, PI']);
  });
  test('CO32 objects that provably stay in their function are left alone', () => {
    expect(calls('async function f() { const xs: number[] = []; const o = { a: 1 }; xs.push(1); o.a++; xs[0] = o.a; console.log(xs); return xs; }')).toEqual([]);
    expect(calls('async function f() { const m = new Map(); m.set(1, 2); for (const x of m) console.log(x); return m.size; }')).toEqual([]);
  });
  test.each([
    ['captured', 'const o = { a: 1 }; (() => o)(); o.a;'],
    ['passed on', 'const o = { a: 1 }; g(o); o.a;'],
    ['stored', 'const o = { a: 1 }; const p = { o }; o.a; return p;'],
    ['assigned', 'let o = { a: 1 }; o = g(); o.a;'],
    ['aliased', 'const o = [1]; const p = o; o[0]; return p;'],
    ['returned by its method', 'const o = [1]; const p = o.sort(); o[0]; return p;'],
    ['given away by a method of its own', 'const o = { a: 1, m() { return this; } }; o.a;'],
  ])('CO32 an object that is %s is watched', (_, body) => {
    expect(calls(`async function f() { ${body} } function g(x?: any): any { return x; } f();`).some((call) => /^readProperty o/.test(call))).toBe(true);
  });
  test('CO33 destructuring reads one property at a time', () => {
    expect(calls('const o = { a: 1, b: 2 }; async function f() { const { a, b: c = 3 } = o; return [a, c]; }')).toEqual(['readProperty o, a', 'readProperty o, b']);
    expect(calls('const o = { a: { b: 2 } }; async function f() { const { a: { b } } = o; return b; }')).toEqual(['readProperty o, a', 'readProperty $1, b']);
    expect(calls('const o = { a: 1 }; function f() { const { a } = o; return a; }')).toEqual(['sawReadProperty o, a']);
  });
  test('CO33 an array pattern reads the container; with a rest or a computed key, it is one step', () => {
    expect(calls('const xs = [1, 2]; async function f() { const [a, b] = xs; return a + b; }')).toEqual(['invoke xs, values']);
    expect(lineOf('const o = { a: 1 };\nasync function f() { const { a, ...rest } = o; return rest; }', 2)).toMatch(/const \{ a: a, \.\.\.rest \} = \(\$\.readAll\(o, \d+\) && \(yield\), \$\.sawAll\(o, \d+\), o\)/);
    expect(calls('const o = { a: 1, b: 2 }; async function f(k: string) { const { a, [k]: b } = o; return b; }')).toEqual(['sawReadProperty o, a', 'sawReadProperty o, k']);
  });
  test.each([
    ['a function', 'async function f({ a, b = 1 }: any) { return a + b; }'],
    ['an arrow', 'const f = async ({ a, b = 1 }: any) => a + b;'],
    ['a method', 'class A { async f({ a, b = 1 }: any) { return a + b; } }'],
    ['one with a default of its own', 'async function f({ a, b = 1 }: any = {}) { return a + b; }'],
  ])('CO36 a parameter that is a pattern is taken apart in the body, with points: %s', (_, text) => {
    expect(calls(text)).toEqual(['readProperty $1, a', 'readProperty $1, b']);
  });
  test('CO36 with records in plain code, and for array patterns', () => {
    expect(calls('[{ a: 1 }].map(({ a }) => a); function f([x]: any) { return x; }')).toEqual(['sawReadProperty $1, a', 'sawInvoke $2, values']);
  });
  test.each([
    ['of a generator, which reads them when it is called', 'async function* f({ a }: any) { yield a; }'],
    ['with a name that the body uses otherwise', 'async function f({ a }: any) { var a: any = 1; return a; }'],
    ['with a default that would be evaluated before', 'async function f({ a }: any, b = g()) { return a + b; } function g() { return 1; }'],
    ['with a default that uses one of them', 'async function f({ a }: any, b = a) { return b; }'],
    ['with a name that a default before them uses', 'let a = 1; async function f(b = a, { a }: any) { return a + b; }'],
    ['with a default of several lines', 'async function f({ a = [\n1] }: any) { return a; }'],
  ])('CO36 not those %s', (_, text) => {
    expect(calls(text).filter((call) => call.includes('Property'))).toEqual([]);
  });
  test.each([
    ['catch', 'try { g(); } catch ({ a, b = 1 }) { g(a, b); }', ['readProperty $caught, a', 'readProperty $caught, b']],
    ['the head of a loop', 'for (const { a, b = 1 } of [g()]) g(a, b);', ['readProperty $each, a', 'readProperty $each, b']],
    ['the head of a loop, with var', 'for (var { a, p: { b } } of [g()]) g(a, b);', ['readProperty $each, a', 'readProperty $each, p', 'readProperty $3, b']],
    ['the head of a loop, assigning', 'let a; for ({ a } of [g()]) g(a);', ['readProperty $each, a']],
    ['for await', 'for await (const { a, b = 1 } of [g()]) g(a, b);', ['readProperty $4, a', 'readProperty $4, b']],
  ])('CO56 a pattern in %s is taken apart in the body, with points', (_, text, expected) => {
    expect(calls(`async function f() { ${text} } function g(...x: any): any { return x; }`).filter((call) => call.includes('Property'))).toEqual(expected);
  });
  test('CO56 with records in plain code', () => {
    expect(calls('function f(xs: any) { try { for (const { a } of xs) throw a; } catch ({ b }) { return b; } }').filter((call) => call.includes('Property'))).toEqual(['sawReadProperty $each, a', 'sawReadProperty $caught, b']);
  });
  test.each([
    ['in catch with a default of several lines', 'try { g(); } catch ({ a = [\n1] }) { g(a); }'],
    ['in a loop with one', 'for (const { a = [\n1] } of [g()]) g(a);'],
    ['in a loop through what uses its name', 'for (const { a } of [g(() => a)]) g(a);'],
  ])('CO56 not one %s', (_, text) => {
    expect(calls(`async function f() { ${text} } function g(...x: any): any { return x; }`).filter((call) => call.includes('Property'))).toEqual([]);
  });
  test('CO34 a swap writes one element at a time, each right after its point', () => {
    expect(lineOf('const xs = [1, 2];\nasync function f() { [xs[0], xs[1]] = [xs[1], xs[0]]; }', 2)).toMatch(/\$\.writeProperty\(xs, 0, \d+\) && \(yield\), xs\[0\] = \$\d+, \$\.writeProperty\(xs, 1, \d+\) && \(yield\), xs\[1\] = \$\d+/);
  });
  test('CO35 a step of several accesses has one point and records of the others', () => {
    expect(calls('let a = 0, b = 0; async function f(o: any) { [a = 1, b] = o; } function g() { return a + b; }').slice(0, 2)).toEqual(['write a$', 'sawWrite b$']);
  });
});

describe('calls', () => {
  test('CO40 a method that does not wait has a point also where it is awaited', () => {
    const program = (call: string): string => `
      import { SyncMap, WaitGroup } from 'happens-before/go';
      const seen = new SyncMap<string, number>();
      const wg = new WaitGroup();
      for (const n of [1, 2]) wg.go(async () => { ${call} seen.store('a', n); ${call} seen.store('b', n); });
      await wg.wait();
      console.log(seen.load('a'), seen.load('b'));`;
    expect(possible(program('await'))).toEqual(['ok: 1 1', 'ok: 1 2', 'ok: 2 1', 'ok: 2 2']);
    expect(possible(program('await'))).toEqual(possible(program('')));
  });

  test('CO48 a plain function has a point where it is awaited, and where the library calls it', () => {
    const two = (call: string): string => `
      import { chan, otherwise, Once, select, WaitGroup } from 'happens-before/go';
      const wg = new WaitGroup();
      const show = () => { console.log('b'); };
      for (const n of [1, 2]) wg.go(async () => { console.log('a'); ${call} });
      await wg.wait();`;
    for (const call of ['await show();', 'show();', 'await select(otherwise(show));', 'await new Once().do(show);']) expect(possible(two(call)), call).toEqual(['ok: a, a, b, b', 'ok: a, b, a, b']);
  });

  test('CO49 a property of a primitive that tells how it is now has a point', () => {
    expect(possible("import { chan, go } from 'happens-before/go';\nconst ch = chan<number>(2);\ngo(async () => { await ch.send(1); await ch.send(2); });\nconsole.log(ch.length);")).toEqual(['ok: 0', 'ok: 1', 'ok: 2']);
    expect(possible("import { Barrier, Thread } from 'happens-before/threading';\nconst b = new Barrier(2);\nnew Thread({ target: async () => { await b.abort(); } }).start();\nconsole.log(b.broken);")).toEqual(['ok: false', 'ok: true']);
  });

  test('CO40 a method that is not awaited has a point; an awaited one is the callee\'s affair', () => {
    expect(calls('const xs: number[] = []; async function f() { xs.push(1); await f(); }')).toEqual(['invoke xs, push']);
    expect(calls('function f(m: any) { m.unlock(); }')).toEqual(['sawInvoke m, unlock']);
  });
  test('CO41 the point comes after the arguments', async () => {
    const source = 'const log: number[] = []; let n = 0; async function f() { log.push(n, ++n); } await f(); console.log(log);';
    expect(await notesOf(source)).toEqual(['read n', 'read n', 'write n', 'invoke push', 'invoke log']);
  });
  test('CO42 functions of the course, unknown ones, and those of the program that do what others could see have a point', () => {
    expect(calls("import { close } from 'happens-before/go'; async function f(cb: any, ch: any) { close(ch); cb(); }")).toEqual(['invokeFunction close', 'invokeFunction cb']);
    const quiet = 'function g(n: number): number { return n > 0 ? h(n - 1) + Math.max(n, 1) : 0; } const h = (n: number) => g(n);';
    expect(calls(`async function f() { g(1); h(2); } ${quiet}`)).toEqual([]);
    for (const seen of ['total++', 'console.log(n)', 'list.push(n)', 'list.length', 'later()', 'cb(n)', 'new Other()', 'list[0] = n', 'this.x', 'for (const x of list) void x', 'for (const k in list) void k', 'Math.max(...list)', '(n in list)']) {
      const text = `let total = 0; const list: number[] = []; const later = async () => { total = 1; }; class Other { constructor() { total++; } } async function f(cb: any) { use(1, cb); } function use(n: number, cb: any) { inner(n, cb); } function inner(n: number, cb: any) { ${seen}; }`;
      expect(calls(text), seen).toContain('invokeFunction use');
    }
  });
  test.each([
    ['its constructor is busy', 'class A { constructor() { n++; } }'],
    ['its field is', 'class A { id = ++n; }'],
    ['its base is', 'class B { id = ++n; } class A extends B { }'],
    ['its base is unknown', 'declare function mixin(): any; class A extends mixin() { }'],
    ['it gives itself away', 'const all: unknown[] = []; class A { constructor() { all.push(this); } }'],
    ['it calls a method', 'class A { constructor() { this.init(); } init() { n++; } }'],
    ['it assigns through a setter', 'class A { constructor() { this.id = 1; } set id(v: number) { n = v; } }'],
    ['it takes another object apart', 'class A { constructor({ a }: any = {}) { this.a = a; } a: any; }'],
    ['it is given something to call', 'class A { constructor(f?: any) { f?.(); } }'],
  ])('CO47 making an object has a point before it if %s', (_, text) => {
    expect(calls(`let n = 0; async function f() { new A(); } async function g() { n++; } ${text}`)).toContain('invokeFunction A');
  });
  test('CO47 so has what a built-in calls while it makes one, and a class that is not known', () => {
    expect(calls('const waiting: any[] = []; async function f() { await new Promise((resolve) => { waiting.push(resolve); }); }')).toContain('invokeFunction Promise');
    expect(calls('async function f(C: any, o: any) { new C(1); new o.C(o.x); }')).toEqual(['invokeFunction C', 'readProperty o, C', 'readProperty o, x', 'invokeFunction $1']);
  });
  test('CO47 none if nobody could see it', () => {
    const quiet = 'class B { m = new Map(); constructor(public x: number) { } } class A extends B { n = 1; mu = new Mutex(); jobs = chan<number>(); up = () => total++; y; #z = 2; constructor(x: number) { super(x); this.y = x + this.#z; this.on = async () => { total++; }; } on; get busy() { return total; } }';
    expect(calls(`import { Mutex, chan } from 'happens-before/go'; let total = 0; async function f() { new A(1); new Error('x'); new Map([[1, 2]]); await new Promise((resolve) => setTimeout(resolve, 1)); new Mutex(); } ${quiet}`).filter((call) => !/^saw|total|setTimeout/.test(call))).toEqual([]);
  });
  test('CO47 what it is given is evaluated before', () => {
    expect(lineOf('let n = 0;\nasync function f() { return new A(n++, g); } class A { constructor(a: number, b: unknown) { n = a; } } function g() { n++; }', 2)).toMatch(/\$\d+ = \[.*n\$\.v.*, g\], \$\.invokeFunction\(A, undefined, \d+\) && \(yield\), new A\(\.\.\.\$\d+\)/);
  });
  test('CO42 a course function in a group', () => {
    expect(calls("import { context } from 'happens-before/go'; async function f(ctx: any) { context.cause(ctx); }")).toEqual(['invokeFunction $1']);
  });
  test('CO45 printing is a point', () => {
    const code = compileOne('async function f() { console.log(1); } function g() { console.log(2); } f(); g();');
    expect(code).toMatch(/\$\.invoke\(console, "log", undefined, \d+\) && \(yield\), console\.log\(1\)/);
    expect(code).toMatch(/\$\.sawInvoke\(console, "log", \d+\), console\.log\(2\)/);
  });
  test('CO43 an awaited call passes the callee, its object and its arguments', () => {
    expect(lineOf('async function f(o: any) { await f(o); await o.m(1, ...o.xs); await (o as any)["k"](); }', 1)).toMatch(/\$\.enter\(f, undefined, \[o\], \d+, "f"\)/);
    expect(lineOf('async function f(o: any) { await o.m(1); }', 1)).toMatch(/\$\.enter\(o\.m, o, \[1\], \d+, "o\.m"\)/);
    expect(lineOf('async function f(o: any) { await o; }', 1)).toMatch(/\$\.wait\(o, \d+\)/);
  });
  test('CO46 what reads all properties at once has a point, and records what it reads', () => {
    const code = compileOne('async function f(o: any) { const a = { ...o }; Object.keys(o); for (const k in o) void k; return [a, { ...[1] }]; }');
    expect(code.match(/\$\.readAll\(\$\d+, \d+\) && \(yield\), \$\.sawAll\(\$\d+, \d+\)/g)).toHaveLength(3);
  });
  test('CO57 a loop has a point before each value', () => {
    const loop = 'async function f(xs: any) { for (const x of xs) void x; } function g(xs: any) { xs[0] = 2; for (const x of xs) void x; }';
    expect(compileOne(loop)).toMatch(/for \(const (\$each\S*) of \((\$\d+) = xs, \$\.invoke\(\2, "values", undefined, \d+\) && \(yield\), \$\.each\(\2\)\)\) \{ if \(\1 === \$\.more\) \{ \$\.invoke\(\2, "values", undefined, \d+\) && \(yield\); continue; \} \$\.loop\(\d+\); const x = \1; void x; \}/);
  });
  test.each([
    ['calls nothing that changes one', 'const list = [1]; list.map((x) => x);'],
    ['changes only what nobody else has', 'async function g() { const list = [1]; list.push(2); list[0] = 3; return list; }'],
    ['has a wait group, and no set', "import { WaitGroup } from 'happens-before/go'; const wg = new WaitGroup(); wg.add(1);"],
  ])('CO57 none in a program that %s', (_, rest) => {
    expect(compileOne(`${rest} async function f(xs: any) { for (const x of xs) void x; }`)).not.toContain('$.each(');
  });
  test.each([
    'xs.push(1)', 'xs[0] = 1', 'xs[0]++', 'delete xs[0]', 'xs.length = 0', '[xs[0]] = [1]', '({ a: xs[0] } = { a: 1 })', '({ a: xs[0] = 2 } = {})', '[...xs[0]] = [1]', 'for (xs[0] of [1]) ;', 'const { push } = xs', 'xs["push"](1)', 'Reflect.set(xs, 0, 1)', 'Object.assign(xs, [1])', 'new Map().set(1, 1)', 'new Set().add(1)', '(function* () {})()', '({ [Symbol.iterator]() {} })', '(xs as number[])[0] = 1',
  ])('CO57 there are if a program may change what a loop goes through: %s', (change) => {
    expect(compileOne(`async function f(xs: any) { for (const x of xs) void x; } function g(xs: any) { ${change}; }`)).toContain('$.each(');
  });
  test('CO44 walking through a container is an access to it', () => {
    expect(calls('async function f(xs: any) { for (const x of xs) void x; return [...xs]; }')).toEqual(['invoke $1, values', 'invoke $2, values']);
  });
});

describe('the rest', () => {
  test('CO17 returning a call of an async function of the program goes on in the same task', () => {
    expect(lineOf('async function f(n: number): Promise<number> { return n ? f(n - 1) : 0; } async function g() { return f(1); } const h = async () => f(2);', 1).match(/yield \$\.enter\(f/g)).toHaveLength(2);
    for (const kept of ['try { return f(1); } finally { }', 'for (const x of [1]) return f(x);', 'using x = null; return f(1);']) {
      expect(compileOne(`async function f(n: number) { return n; } async function g() { ${kept} }`)).not.toContain('yield $.enter(f');
    }
  });
  const goes = (text: string): string => compileOne(`import { go, WaitGroup } from 'happens-before/go'; ${text}`);
  test.each([
    ['alone', 'go(async () => { f(); });'],
    ['after a name, with arguments', "go('adder', async (n: number) => { f(n); }, 5);"],
    ['a plain one that returns what is called', 'const o = { m: async () => 1 }; go(() => o.m());'],
  ])('CO58 an arrow that only go sees is handed over: %s', (_, text) => {
    expect(goes(`${text} function f(_n?: number) { console.log(1); }`)).toMatch(/go\((?:'adder', )?\$\.task\(/);
  });
  test.each([
    ['somebody else may see it', 'const f = async () => {}; go(f);'],
    ['an argument may do something in between', 'go(async (n: number) => { void n; }, g()); function g() { console.log(1); return 1; }'],
    ['an argument is made into a text', 'const o: any = { toString: () => { go(async () => console.log(1)); return 1; } }; go(async (n: string) => { void n; }, `${o}`);'],
    ['the group calls it later', 'const wg = new WaitGroup(); wg.go(async () => {});'],
    ['it is not the course\'s', '{ const go = (f: unknown) => f; go(async () => {}); }'],
    ['it is no statement', 'void [go(async () => {})];'],
  ])('CO58 not where %s', (_, text) => {
    expect(goes(text)).not.toContain('$.task(');
  });
  test.each(['preemptive', 'cooperative'] as const)('CO58 it does the same, in %s mode', (mode) => {
    const program = (start: (arrow: string, rest: string) => string): string =>
      inGo(`const done = chan(); let n = 0; for (let i = 0; i < 2; i++) { ${start('async (k: number) => { const before = n; await 0; n = before + k + i; go(async () => { await done.send(undefined); }); }', ', 1')} } await done.receive(); await done.receive(); console.log(n);`);
    expect(possible(program((arrow, rest) => `go(${arrow}${rest});`), { mode })).toEqual(possible(program((arrow, rest) => `const f = ${arrow}; go(f${rest});`), { mode }));
  });
  test('CO58 what its parameters throw is the task\'s failure', () => {
    expect(prints(inGo("go(async ({ a }: any) => { console.log(a); }, undefined);\nawait 0; await sleep(1);"))).toEqual([expect.stringMatching(/^error: TypeError/)]);
  });
  test('CO50 every loop counts its rounds first', () => {
    const code = compileOne('while (a()) b(); do b(); while (a()); for (;;) break; for (const x of []) {} for (const k in {}) ; for await (const y of []) {} function a() { return 0; } function b() {}');
    expect(code.match(/\{ (?:\$\d+ = \$\d+\.value; \$\d+ = true; )?\$\.loop\(\d+\);/g)).toHaveLength(6);
  });
  test('CO51 locks, channels and the module\'s objects go by their variable', () => {
    const code = compileOne("import { chan, Mutex } from 'happens-before/go'; const ch = chan(1), m = new Mutex(), ms = [new Mutex()], acct = { lock: new Mutex(), n: 1 }; class A { mu = new Mutex(); constructor() { (this as any).other = new Mutex(); } } async function f() { const local = { n: 1 }; return [local.n, ms, acct]; }");
    for (const name of ['ch', 'm', 'ms[0]', 'ms', 'lock', 'acct', 'mu', 'other']) expect(code).toMatch(new RegExp(`\\$\\.name\\(.*, ${JSON.stringify(name).replace(/[[\]]/g, '\\$&')}\\)`));
    expect(code).not.toContain('"local"');
    expect(compileOne("import { context } from 'happens-before/go'; const [ctx, cancel] = context.withCancel(context.background());")).toMatch(/\$\.name\(.*, "ctx"\)/);
  });
  test('CO52 globals of the engine are taken from it, unless shadowed', () => {
    expect(compileOne('setTimeout(() => Math.random(), 1); new Date(); typeof navigator;')).toContain('{ const { Date, Math, navigator, setTimeout } = $.globals;');
    expect(compileOne('const Math = 1; function f(Date: any) { return [Date, Math]; }')).not.toContain('$.globals');
  });
  test('CO53 functions are named', () => {
    const code = compileOne('const a = async () => 1; const o = { b: async () => 1, async c() {} }; class D { e = async () => 1; } (o as any).g = async function () {}; [1].map(async () => 1);');
    expect([...code.matchAll(/\$\.start\([^()]*\([^()]*\), "(\w*)"\)/g)].map(([, name]) => name)).toEqual(['a', 'b', 'c', 'e', 'g', '']);
  });
  test('CO54 a point names the place of the access', () => {
    const code = compileOne('let n = 0;\n\nasync function f() {\n  n = 1;\n}');
    const [, pos] = /\$\.write\(n\$, (\d+)\)/.exec(code) ?? [];
    expect([Math.floor(Number(pos) / 1024), Number(pos) % 1024]).toEqual([4, 3]);
  });
});
