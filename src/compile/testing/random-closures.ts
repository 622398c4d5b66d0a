import { makeRandom } from './random-program.ts';

/** Variables that a random program may name at some place, whether they are declared there already or not. */
interface Names {
  readonly own: Set<string>;
  readonly outer: Names | undefined;
}

const pool = ['a', 'b', 'c', 'd', 'e'];

const prelude = `
let fuel = 60, none = 0; const made = [];
const text = (x) => typeof x === 'function' ? 'fn ' + x.name + '/' + x.length : typeof x === 'object' && x !== null ? Object.keys(x).join() : /=>|[{]/.test(String(x)) ? 'code' : String(x);
const show = (k, x) => { console.log(k, text(x)); return x; };
const keep = (f) => { made.push(f); return f; };
const attempt = async (k, f, ...args) => { try { show(k, await f(...args)); } catch (e) { show(k, e instanceof Error ? e.name : e); } };
`;

/**
 * A program made of functions inside functions: async ones of every form that capture, assign and shadow variables of every kind, before
 * and after those have their value, and are called from where they stand, from further out, later, and by themselves.
 */
export function randomClosures(seed: number): string {
  const below = makeRandom(seed);
  const pick = <T>(...choices: readonly (() => T)[]): T => (choices[below(choices.length)] as () => T)();
  let serial = 0;

  const visible = (names: Names | undefined): string[] => (names ? [...names.own, ...visible(names.outer)] : []);
  const anyName = (names: Names): string => {
    const all = visible(names);
    return all[below(all.length)] ?? 'none';
  };
  const inside = (names: Names): Names => ({ own: new Set(), outer: names });

  const expr = (names: Names, d: number): string => {
    const name = (): string => anyName(names);
    if (d <= 0) return pick(name, name, () => String(below(9)));
    return pick(
      name, name, name, () => `${name()} + ${below(5)}`, () => `typeof ${name()}`, () => `(${name()} = ${expr(names, d - 1)})`, () => `${name()}++`, () => `(${name()} += ${below(4)})`, () => `(${name()} ??= ${below(4)})`,
      () => `([${name()}, ${name()}] = [${below(9)}, ${name()}]).length`, () => `({ x: ${name()} = () => ${below(9)} } = {}).x`, () => `((${name()} = () => 1), 2)`, () => `Object.keys({ ${anyName(names)} }).length`,
      () => `typeof this`, () => `await attempt(${++serial}, ${name()}, ${below(9)})`, () => `await (async () => ${expr(names, d - 1)})()`, () => asyncFunction(names, d - 1), () => `await (${asyncFunction(names, d - 1)})(${below(9)})`, () => `(() => ${expr(names, 0)})()`,
      () => `await new (class { x = async () => ${expr(names, 0)}; async m() { return ${expr(inside(names), d - 1)}; } })().${pick(() => 'x', () => 'm')}()`,
    );
  };

  /** An async function as an expression. What it returns may be a function again. */
  function asyncFunction(names: Names, d: number): string {
    const own = inside(names);
    const head = parameters(own);
    const self = `${pool[below(pool.length)]}s`;
    return pick(
      () => `keep(async (${head}) => { ${body(own, d)} })`,
      () => `keep(async (${head}) => { ${body(own, d)} })`,
      () => `keep(async function (${head}) { ${body(own, d)} return arguments.length; })`,
      () => { own.own.add(self); return `keep(async function ${self}(${head}) { ${body(own, d)} return ${self}; })`; },
      () => `({ async m(${head}) { ${body(own, d)} return (async () => [typeof this, arguments.length].join())(); } }).m`,
      () => `(async (${head}) => { for await (const x of (async function* (${head}) { yield* [1, 2]; ${body(own, d - 1)} })(3)) show(${++serial}, x); })`,
    );
  }

  function parameters(own: Names): string {
    const count = below(3);
    const names = [...pool].sort(() => below(3) - 1).slice(0, count);
    return names.map((name) => {
      const text = pick(() => name, () => name, () => `${name} = ${below(9)}`, () => `${name} = ${expr(own, 0)}`, () => `${name} = keep(async () => ${expr(own, 0)})`, () => `${name} = (() => ${expr(own, 0)})()`, () => `{ x: ${name} } = { x: ${below(9)} }`);
      own.own.add(name);
      return text;
    }).join(', ');
  }

  const body = (names: Names, d: number): string => `if (--fuel < 0) return 'out'; ${block(names, d)} return ${expr(names, 1)};`;

  /** Statements of one scope. What they declare is known from the start, so that uses before the declaration happen. */
  function block(names: Names, d: number): string {
    const free = pool.filter((name) => !names.own.has(name)).sort(() => below(3) - 1);
    const declared = free.slice(0, below(3));
    const kinds = declared.map(() => below(d > 0 ? 6 : 3));
    const inner: Names = { own: new Set([...names.own, ...declared]), outer: names.outer };
    const statements = Array.from({ length: 1 + below(3) }, () => statement(inner, d - 1));
    declared.forEach((name, i) => {
      const value = expr(inner, d - 1);
      const forms = [
        () => `let ${name} = ${value};`, () => `const ${name} = ${value};`, () => `let ${name};`, () => `async function ${name}(${below(2) ? '' : 'n = 1'}) { ${body(inside(inner), d - 1)} }`,
        () => `class ${name} { static async m() { return [typeof ${name}, ${expr(inner, 0)}].join(); } }`, () => `const { x: ${name} } = { x: ${value} };`,
      ];
      const text = (forms[kinds[i] as number] as () => string)();
      statements.splice(below(statements.length + 1), 0, text);
    });
    return statements.join(' ');
  }

  function statement(names: Names, d: number): string {
    const show = (x: string): string => `show(${++serial}, ${x});`;
    if (d <= 0) return show(expr(names, 0));
    const inner = (...own: string[]): Names => ({ own: new Set(own), outer: names });
    return pick(
      () => show(expr(names, d)), () => show(expr(names, d)), () => `await attempt(${++serial}, ${anyName(names)}, ${below(9)});`, () => `await attempt(${++serial}, ${asyncFunction(names, d)}, ${below(9)});`,
      () => `{ ${block(inner(), d)} }`,
      () => `try { ${block(inner(), d)} } catch (e) { ${show('e instanceof Error ? e.name : e')} ${block(inner(), d - 1)} }`,
      () => `try { ${pick(() => `await ${anyName(names)}();`, () => 'throw 7;')} } catch (c) { await attempt(${++serial}, ${asyncFunction(inner('c'), d - 1)}, 1); ${pick(() => '', () => 'c = 8;')} }`,
      () => { const i = pool[below(pool.length)] as string; return `for (let ${i} = 0; ${i} < 2; ${i}++) { if (--fuel < 0) break; ${block(inner(i), d)} await attempt(${++serial}, ${asyncFunction(inner(i), d - 1)}); }`; },
      () => { const i = pool[below(pool.length)] as string; return `for (let ${i} = 0, f = ${asyncFunction(inner(i), d - 1)}; ${i} < 2 && --fuel > 0; ${i}++, keep(f)) await attempt(${++serial}, f);`; },
      () => { const x = pool[below(pool.length)] as string; return `for (${pick(() => 'const', () => 'let')} ${x} of [1, 2]) { ${block(inner(x), d)} keep(async () => ${x}); }`; },
      () => { const x = pool[below(pool.length)] as string; return `outer: for (const ${x} of [1, 2]) for await (const y of [3, 4]) { await attempt(${++serial}, async () => ${x} + y); if (y === 3) continue outer; }`; },
      () => { const x = pool[below(pool.length)] as string; return `switch (${below(3)}) { case 0: let ${x} = ${expr(inner(x), d - 1)}; default: await attempt(${++serial}, ${asyncFunction(inner(x), d - 1)}); }`; },
    );
  }

  const top: Names = { own: new Set(), outer: undefined };
  const parts = Array.from({ length: 3 }, () => `try { ${block({ own: new Set(), outer: top }, 3)} } catch (e) { show('caught', e instanceof Error ? e.name : e); }`);
  return `${prelude}async function main() { ${parts.join('\n')} }\nawait main();\nfuel = 60;\nfor (const f of made.slice(0, 30)) await attempt('again', f, 1);\n`;
}
