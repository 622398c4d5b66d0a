import { readdirSync, readFileSync } from 'node:fs';
import { Parser } from 'acorn';
import { describe, expect, test } from 'vitest';
import { childrenOf, type Node } from './ast.ts';
import { engineGlobals } from './globals.ts';
import { resolveNames } from './resolve-names.ts';
import { compileOne } from './testing/compare.ts';
import { randomClosures } from './testing/random-closures.ts';
import { randomProgram } from './testing/random-program.ts';

/** The generator functions that a code makes once. */
function liftedIn(node: Node): Node[] {
  const isLifted = node.type === 'AssignmentExpression' && node.operator === '??=' && /^\$f\d*$/.test(node.left.name as string);
  return [...(isLifted ? [node.right as Node] : []), ...childrenOf(node).flatMap(liftedIn)];
}

/** What the lifted functions of a code use of the functions around them: their names. There must be none. */
function leaksIn(code: string): readonly string[] {
  const program = Parser.parse(code, { ecmaVersion: 'latest', locations: true }) as unknown as Node;
  const facts = resolveNames(program);
  const isIn = (fn: Node, node: Node): boolean => fn.start <= node.start && node.end <= fn.end;
  return liftedIn(program).flatMap((fn) => {
    const bound = [...facts.bindings].filter(([node, { owner, scope }]) => isIn(fn, node) && owner !== program && !isIn(fn, scope.node));
    const free = [...facts.free].filter(([name, uses]) => engineGlobals.has(name) && uses.some(({ node }) => isIn(fn, node)));
    return [...bound.map(([, { name }]) => name), ...free.map(([name]) => name)];
  });
}

const lifted = (source: string): number => (compileOne(source).match(/\$f\d* \?\?= function\*/g) ?? []).length;

/** What the body of the function `name` is passed, as it is written where the function is started. */
const passed = (source: string, name: string): string => new RegExp(`\\$\\.start\\(\\$f\\d*\\((.*?)\\), "${name}"\\)`).exec(compileOne(source))?.[1] ?? '';

describe('lifted functions', () => {
  const folder = new URL('./testing/programs/', import.meta.url);
  test.each(readdirSync(folder))('CO80 use nothing of what is around them: %s', (name) => {
    for (const [, program = ''] of readFileSync(new URL(name, folder), 'utf8').matchAll(/^\/\/ ---- .*\n([\s\S]*?)(?=^\/\/ ---- |(?![\s\S]))/gm)) expect(leaksIn(compileOne(program)), program).toEqual([]);
  });

  test('CO80 use nothing of what is around them: random programs', () => {
    const programs = Array.from({ length: 200 }, (_, seed) => [randomProgram(seed), randomClosures(seed)]).flat();
    for (const program of programs) {
      let code: string;
      try {
        code = compileOne(program);
      } catch {
        continue; // It declares a name twice.
      }
      expect(leaksIn(code), program).toEqual([]);
    }
  });

  test('CO80 a leak would be seen', () => {
    expect(leaksIn('let $f; function g(x) { return ($f ??= function* (y) { return x + y + console; }); }')).toEqual(['x', 'console']);
  });

  test.each([
    ['declared before', 'const x = 1; const f = async () => x; f();', 'x'],
    ['a parameter', 'function g(x: number) { const f = async () => x; return f; } g(1);', 'x'],
    ['an import, and a global of the engine', "import { chan } from 'happens-before/go'; const f = async () => console.log(chan); f();", 'console, chan'],
    ['declared before every call of the function', 'async function main() { const f = async () => x; await f(); } const x = 1; main();', 'x'],
    ['of a round', 'for (let i = 0; i < 2; i++) { const f = async () => i; f(); }', 'i'],
    ['its own name', 'const o = { f: async function f(n: number): Promise<unknown> { return n ? f(n - 1) : 0; } };', 'f, $p0'],
    ['a function', 'const f = async () => g(); function g() {} f();', 'g'],
  ])('CO81 takes by value what is %s', (_, source, expected) => {
    expect(passed(source, 'f')).toBe(expected);
  });

  test.each([
    ['declared after', 'const f = async () => x; const x = 1; f();', '$.ref(() => x)'],
    ['declared before, but not before every call', 'async function main() { const f = async () => x; await f(); } main(); const x = 1;', '$.ref(() => x)'],
    ['called by another function too early', 'function early() { return main(); } early(); const x = 1; async function main() { const f = async () => x; await f(); }', '$.ref(() => x)'],
    ['skipped by a case', 'switch (1) { case 0: const x = 1; default: const f = async () => x; f(); }', '$.ref(() => x)'],
    ['constant and assigned', 'const x = 1; const f = async () => { (x as any) = 2; }; f();', '$.ref(() => x, ($p0) => x = $p0)'],
    ['changed by the head that the function stands in', 'for (let i = 0, f = async () => i; i < 2; i++) f();', '$.ref(() => i, ($p0) => i = $p0)'],
  ])('CO81 takes by reference what is %s', (_, source, expected) => {
    expect(compileOne(source)).toContain(expected);
  });

  test('CO81 takes a shared variable by its cell', () => {
    expect(passed('let x = 1; const f = async () => { x++; }; f();', 'f')).toBe('x$');
    expect(compileOne('let x = 1; const f = async () => { x++; }; f();')).toMatch(/\$\.cell\("x", \d+, \(\) => x, \(\$p0\) => x = \$p0\)/);
  });

  test.each([
    ['uses a private name of a class around it', 'class A { #x = 1; async m() { return this.#x; } }', 0],
    ['uses private names of a class inside it only', 'async function f() { return new (class { #x = 1; get() { return this.#x; } })(); }', 1],
    ['uses super', 'class A { async m() { return super.toString(); } }', 0],
    ['holds a class that uses super', 'async function f() { return class extends Object { m() { return super.toString(); } }; }', 1],
    ['stands in a parameter list', 'function f(g = async () => 1) { return g; }', 0],
    ['has a parameter that uses a name of the body from outside', 'const x = 1; async function f(a = x) { const x = 2; return a + x; }', 0],
    ['has a parameter that uses another name', 'const x = 1; async function f(a = x) { const y = 2; return a + y; }', 1],
  ])('CO82 an async function that %s', (_, source, count) => {
    expect(lifted(source)).toBe(count);
  });
});
