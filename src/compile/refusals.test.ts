import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';

/** `line:column message | hint` of each problem. */
function problems(source: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const result = compile({ 'main.ts': source, ...more }, 'main.ts');
  return result.ok ? [] : result.diagnostics.map(({ file, line, column, message, hint }) => `${file === 'main.ts' ? '' : `${file} `}${line}:${column} ${message}${hint === undefined ? '' : ` | ${hint}`}`);
}

describe('refusals', () => {
  test.each([
    ['eval', 'const x = 1;\n  eval("x")', '2:3 "eval" is not available: the course must see the whole program | write the code itself.'],
    ['the engine itself', 'console.log(typeof $)', '1:20 $ is not defined | declare it, or use another name.'],
    ['the network', 'fetch("/")', '1:1 fetch is not here: a program on this page reaches no network'],
    ['new Function', 'new Function("x")', '1:5 "Function" cannot make functions here'],
    ['Function()', 'Function("x")', '1:1 "Function" cannot make functions here'],
    ['Function by another name', 'const make = Function;', '1:14 "Function" cannot make functions here'],
    ['Array.fromAsync', 'const all = await Array.fromAsync([]);', '1:19 Array.fromAsync is not available'],
    ['Array["fromAsync"]', 'const all = Array["fromAsync"]([]);', '1:13 Array.fromAsync is not available'],
    ['import()', 'await import("x")', '1:7 "import()" is not available'],
    ['import.meta', 'console.log(import.meta.url)', '1:13 "import.meta" is not available'],
    ['with', 'with (Math) max(1)', '1:1 "with" is not allowed'],
    ['decorators', 'function d(x: any) {}\n@d class A {}', '2:1 decorators are not supported'],
    ['method decorators', 'class A { @d m() {} } function d() {}', '1:11 decorators are not supported'],
    ['accessor', 'class A { accessor x = 1 }', '1:11 "accessor" fields are not supported'],
    ['namespaces', 'namespace N { export const x = 1 }', '1:1 namespaces with values are not supported'],
    ['import =', 'import x = require("y")', '1:1 "import … =" is not supported'],
    ['export =', 'export = 5', '1:1 "export =" is not supported'],
    ['super() in an async arrow', 'class A extends Object { constructor() { (async () => { super(); })(); } }', '1:57 "super()" cannot be called in an async function'],
    ['using in a case', 'switch (1) { case 1: using x = null; }', '1:22 "using" cannot stand directly in a case'],
    ['arguments outside functions', 'console.log(arguments)', '1:13 "arguments" exists in functions only'],
    ['a call after a chain in parentheses', 'const a: any = 1; (a?.b)();', '1:19 this call stands outside its optional chain'],
  ])('CO70 %s', (_, source, expected) => {
    expect(problems(source)[0]).toContain(expected);
  });

  test.each([
    ['a function', 'function load() {\n  await go();\n}', '2:3 "await" needs an async function, and "load" is not async | write "async" before "function".'],
    ['an arrow', 'const f = () => { await 1; }', '1:19 "await" needs an async function, and "f" is not async | write "async" before its parameters.'],
    ['a callback', '[1].map((x) => await x)', '1:16 "await" needs an async function, and the function around it is not async | write "async" before its parameters.'],
    ['a method', 'class A { m() { for await (const x of []) {} } }', '1:17 "for await" needs an async function, and "m" is not async | write "async" before it.'],
    ['a field', 'class A { x = await 1 }', '1:15 "await" cannot be used in the value of a field'],
  ])('CO71 await in %s', (_, source, expected) => {
    expect(problems(source)[0]).toContain(expected);
  });

  test('CO70 asking whether something is a function makes none', () => {
    expect(problems('const f = () => 1; console.log(f instanceof Function, typeof Function, typeof AsyncDisposableStack, Function.prototype);')).toEqual([]);
    expect(problems('type Fn = Function; const f: Function = () => 1; console.log(f);')).toEqual([]);
  });

  test('CO72 a name of the course that is not imported', () => {
    expect(problems('const c = chan<number>(1);')).toEqual(["1:11 chan is not imported | add: import { chan } from 'happens-before/go'"]);
    expect(problems('new Lock(); console.log(typeof select);')).toEqual(["1:5 Lock is not imported | add: import { Lock } from 'happens-before/threading'"]);
    expect(problems('const chan = 1; function close() {} close(); console.log(chan);')).toEqual([]);
  });

  test('CO73 imports that lead nowhere', () => {
    expect(problems("import { x } from 'lodash'; x();")[0]).toMatch(/^1:19 there is no module "lodash" here \| a program can import happens-before\/go, /);
    expect(problems("import { x } from './nope'; x();")[0]).toMatch(/^1:19 there is no file ".\/nope" \| the files are: main.ts/);
    expect(problems("import { y } from './b'; y();", { 'b.ts': 'export const x = 1;' })[0]).toMatch(/"\.\/b" has no export named "y"/);
    expect(problems("import { y } from './b'; export const x = y;", { 'b.ts': "import { x } from './main'; export const y = 1; x;" })[0]).toMatch(/^b.ts 1:19 these files import each other in a circle: main.ts → b.ts → main.ts/);
    expect(compile({}, 'main.ts')).toMatchObject({ ok: false });
  });

  test.each([
    ['an unclosed brace', 'function f() {\n  g();\n', '3:1 the program ends in the middle of something | close every {'],
    ['a stray brace', 'f();\n}', '2:1 unexpected "}" | look for a missing "{"'],
    ['an unclosed string', 'const s = "abc\n', '1:11 this string has no end on its line'],
    ['a broken declaration', 'const x number = 1;', '1:9 unexpected "number"'],
    ['a second declaration', 'let a = 1; let a = 2;', '1:16 identifier "a" has already been declared'],
  ])('CO74 %s', (_, source, expected) => {
    expect(problems(source)[0]).toContain(expected);
  });

  test('CO75 all problems of all files at once, in order', () => {
    expect(problems("import { x } from './b'; x; eval('1'); new Function();\nfunction f() { await 1; }", { 'b.ts': 'export const x = eval("1");' })).toHaveLength(4);
  });
});
