import * as go from '#runtime/go';
import * as lambda from '#runtime/lambda';
import * as threading from '#runtime/threading';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { canGoHome, takeHome, TYPES } from './take-home.ts';

describe('takeHome', () => {
  it('gives a file of goroutines that ends when main does', () => {
    const text = takeHome("import { chan, SendChan, type RecvChan } from 'happens-before/go';\n\nconst c: SendChan<number> = chan();\n", 'tea.ts');
    expect(text?.split('\n').slice(2)).toEqual([
      "import { chan, type SendChan, type RecvChan } from 'happens-before/go';", '', 'const c: SendChan<number> = chan();', '',
      '// As in Go, the program ends when main does, whatever its goroutines are doing.', 'process.exit();', '',
    ]);
    expect(text).toContain('&& node tea.ts\n');
    expect(stripTypeScriptTypes(text as string)).not.toMatch(/SendChan|RecvChan/);
  });

  it('lets a program of threads wait for them', () => {
    expect(takeHome("import { Thread, ThreadOptions } from 'happens-before/threading';\nnew Thread();")).toMatch(/import \{ Thread, type ThreadOptions \}[^]*new Thread\(\);\n$/);
  });

  it('ends a program with daemon threads when the others have ended', () => {
    const text = takeHome("import { Thread } from 'happens-before/threading';\nnew Thread({ target: () => {}, daemon: true }).start();\n");
    expect(text).toMatch(/await thread\.join\(\);\n\}\nprocess\.exit\(\);\n$/);
  });

  it('is offered for what the package has, and for nothing else', () => {
    expect(canGoHome("import { go } from 'happens-before/go';\nimport { till } from './till';\n")).toBe(true);
    expect(canGoHome('console.log(1);')).toBe(true);
    expect(canGoHome("import { go } from 'happens-before/go';\nimport {\n  Account,\n} from 'happens-before/lambda';\n")).toBe(true);
    expect(canGoHome("import { check } from 'happens-before/check';\n")).toBe(false);
  });

  it('gives one file of several, with what belongs beside it', () => {
    const beside = { 'till.ts': 'export interface Till {}\nexport const till = 1;\n' };
    const text = takeHome("import { go } from 'happens-before/go';\nimport { till, Till } from './till';\ngo(() => console.log(till as Till));\n", 'main.ts', beside)!;
    expect(text).toContain("import { till, type Till } from './till.ts';");
    expect(text).toContain('// Save it as main.ts, beside till.ts: ');
    expect(stripTypeScriptTypes(text)).not.toMatch(/Till\b/);
    expect(takeHome("import { till } from './till';\n")).toBeUndefined();
    expect(takeHome("import { till } from './till';\n", 'main.ts', { 'till.ts': "import { check } from 'happens-before/check';\n" })).toBeUndefined();
  });

  it('does not end the program that imports an answer', () => {
    const text = takeHome("import { go } from 'happens-before/go';\n\nexport async function serve() {\n  go(() => {});\n}\n");
    expect(text).toMatch(/\.tgz; and import from this file what it exports\.\n/);
    expect(text).not.toContain('process.exit');
  });

  it('says what Node needs for what is more than a type', () => {
    expect(takeHome('enum Tea { Green }')).toContain('node --experimental-transform-types program.ts');
    expect(takeHome('class Cup { constructor(readonly size: number) {} }')).toContain('--experimental-transform-types');
  });

  it('has nothing to give for what is not in the package', () => {
    expect(takeHome("import { check } from 'happens-before/check';")).toBeUndefined();
    expect(takeHome("import { other } from './other.ts';")).toBeUndefined();
  });

  it('lets a program with an account run in a bubble, whose time is simulated', () => {
    const text = takeHome("import { Account, Handler } from 'happens-before/lambda';\n\nconst account = new Account();\nconsole.log(account);\n");
    expect(text?.split('\n').slice(2)).toEqual([
      "import { Account, type Handler } from 'happens-before/lambda';", "import { bubble } from 'happens-before/testing';", '',
      '// In a bubble the time of the account is simulated: it goes on when everybody waits.', 'await bubble(async () => {', 'const account = new Account();', 'console.log(account);', '',
      '// Who still works in the background would go on.', 'process.exit();', '});', '',
    ]);
  });

  it('leaves it to who imports a handler to blow the bubble', () => {
    const text = takeHome("import { sleep } from 'happens-before/lambda';\n\nexport async function handler() {\n  await sleep(5);\n}\n");
    expect(text).toContain('export async function handler');
    expect(text).not.toContain('await bubble');
    expect(text).toContain('// Call it in a bubble');
  });

  it('knows which names are types', () => {
    const modules = { go, threading, lambda };
    for (const [folder, module] of Object.entries(modules)) {
      const types = TYPES[`happens-before/${folder}`]!;
      for (const name of types) expect([name, name in module]).toEqual([name, false]);
      const exported = [...readFileSync(`src/runtime/${folder}/index.ts`, 'utf8').matchAll(/export type \{([^}]*)\}|\btype (\w+)/g)].flatMap(([, list, one]) => (list ?? one ?? '').split(',').map((name) => name.trim().replace(/^type /, '')));
      expect([...new Set(exported)].filter((name) => name !== '' && !types.includes(name))).toEqual([]);
    }
  });
});
