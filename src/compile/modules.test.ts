import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { locate } from './positions.ts';
import { makeDriver } from './testing/driver.ts';
import type { Files } from '#engine';

/** Runs a program of several files; returns what it printed and the exports of each file. */
async function run(files: Files, entry = 'main.ts', course: Readonly<Record<string, unknown>> = {}): Promise<{ lines: string[]; out: Record<string, Record<string, unknown>>; notes: string[] }> {
  const result = compile(files, entry);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  const lines: string[] = [];
  const driver = makeDriver((...values) => void lines.push(values.map(String).join(' ')), course);
  new Function('$', result.program.code)(driver.$);
  return { out: await driver.finished(), lines, notes: driver.notes };
}

describe('modules', () => {
  test('CO60 only what the entry reaches, dependencies first', () => {
    const result = compile({ 'main.ts': "import './b'; import { c } from '../x/c.ts'; c();", 'b.ts': "import { c } from './c'; export const b = c;", 'c.ts': 'export function c() {}', 'other.ts': 'syntax error here' }, 'main.ts');
    expect(result.ok && result.program.files).toEqual(['c.ts', 'b.ts', 'main.ts']);
    expect(result.ok && result.program.code).toContain('define("main.ts", ["b.ts", "c.ts"]');
  });
  test('CO61 every form of import and export', async () => {
    const { lines, out } = await run({
      'main.ts': `
        import def, * as all from './lib';
        import { f, C, a as renamed, default as again, nested, type T, "odd name" as odd } from './lib.ts';
        import type * as Types from './lib';
        export { f as g, C } from './lib'; export * from './more'; export * as more from './more'; export default async () => 'value';
        const x: T = 1; console.log(def(), again === def, all.a, renamed, await f(), new C().m(), nested, x, odd, Object.keys(all).sort().join());
        export type { Types };`,
      'lib.ts': `
        console.log(typeof $lib);
        export async function f() { return 'f'; } export class C { m() { return 'm'; } } export const a = 1, { b, c: [nested] } = { b: 2, c: [3] };
        export default function () { return 'default'; } const own = 'odd'; export { own as "odd name", a as alias }; export interface T2 {} export type T = number; function $lib() {}`,
      'more.ts': 'export let one = 1; export const two = 2; export default 3;',
    });
    expect(lines).toEqual(['function', 'default true 1 1 f m 3 1 odd C,a,alias,b,default,f,nested,odd name']);
    expect(Object.keys(out['main.ts'] ?? {}).sort()).toEqual(['C', 'default', 'g', 'more', 'one', 'two']);
    expect(await (out['main.ts']?.default as () => unknown)()).toBe('value');
  });
  test('CO62 imported variables stay live, and are shared with their file', async () => {
    const { lines, notes } = await run({
      'main.ts': "import { n, up } from './state'; async function f() { await up(); return n; } console.log(n, await f(), n);",
      'state.ts': 'export let n = 0; export async function up() { n++; }',
    });
    expect(lines).toEqual(['0 1 1']);
    expect(notes).toEqual(['read n', 'read n', 'write n', 'read n', 'read n', 'invoke log']);
  });
  test('CO63 modules of the course come from the kernel', async () => {
    const { lines } = await run({ 'main.ts': "import { go, chan as c } from 'happens-before/go'; import * as all from 'happens-before/go'; console.log(go(), c(), all.go());" }, 'main.ts', { 'happens-before/go': { go: () => 'go', chan: () => 'chan' } });
    expect(lines).toEqual(['go chan go']);
  });
  test('CO64 what is imported for its type only makes no dependency', () => {
    const result = compile({ 'main.ts': "import { T } from './t'; import type { U } from './missing'; import { type V } from 'nowhere'; export const x: T = 1 as unknown as U & V;", 't.ts': 'export type T = number;' }, 'main.ts');
    expect(result.ok && result.program.files).toEqual(['main.ts']);
  });
  test('CO65 functions are exported before the body runs', async () => {
    const { out } = await run({ 'main.ts': 'export async function f() {} export function g() {} export let h = 1; h++;' });
    expect(out['main.ts']?.h).toBe(2);
    expect(Object.getOwnPropertyDescriptor(out['main.ts'], 'f')?.value).toBeTypeOf('function');
  });
});

describe('types', () => {
  test('CO4 a statement ends where its type ended it', async () => {
    const { lines } = await run({ 'main.ts': 'const a = [1] as number[]\n[2].forEach((x) => console.log(x))\ntype T = number\n(console.log(a[0]))' });
    expect(lines).toEqual(['2', '1']);
  });
});

describe('places', () => {
  test('CO3 an error\'s line leads back to the file', async () => {
    const files = { 'main.ts': "import { f } from './b';\n\nfunction g(\n  a: {\n    b: 1,\n  },\n): void {\n  f(a);\n}\ng({ b: 1 });\n", 'b.ts': '// one\n\nexport function f(x: unknown): never {\n  throw new Error(`at\n four ${x}`);\n}\n' };
    const result = compile(files, 'main.ts');
    if (!result.ok) throw new Error('refused');
    const driver = makeDriver(() => undefined);
    new Function('$', result.program.code)(driver.$);
    const error = (await driver.finished().catch((thrown: unknown) => thrown)) as Error;
    const lines = [...(error.stack ?? '').matchAll(/<anonymous>:(\d+):\d+/g)].map(([, line]) => locate(result.program, Number(line)));
    expect(lines.slice(0, 3)).toEqual([{ file: 'b.ts', line: 4 }, { file: 'main.ts', line: 8 }, { file: 'main.ts', line: 10 }]);
    expect(locate(result.program, 1, 0)).toBeUndefined();
    expect(locate(result.program, 2, 0)).toEqual({ file: 'b.ts', line: 1 });
    expect(locate(result.program, 10_000)).toBeUndefined();
  });
});
