import * as go from '#runtime/go';
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
    expect(canGoHome("import { go } from 'happens-before/go';\nimport {\n  Account,\n} from 'happens-before/lambda';\n")).toBe(false);
  });

  it('gives one file of several, with what belongs beside it', () => {
    const beside = { 'till.ts': 'export interface Till {}\nexport const till = 1;\n' };
    const text = takeHome("import { go } from 'happens-before/go';\nimport { till, Till } from './till';\ngo(() => console.log(till as Till));\n", 'main.ts', beside)!;
    expect(text).toContain("import { till, type Till } from './till.ts';");
    expect(text).toContain('// Save it as main.ts, beside till.ts: ');
    expect(stripTypeScriptTypes(text)).not.toMatch(/Till\b/);
    expect(takeHome("import { till } from './till';\n")).toBeUndefined();
    expect(takeHome("import { till } from './till';\n", 'main.ts', { 'till.ts': "import { Account } from 'happens-before/lambda';\n" })).toBeUndefined();
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
    expect(takeHome("import { deploy } from 'happens-before/lambda';")).toBeUndefined();
    expect(takeHome("import { other } from './other.ts';")).toBeUndefined();
  });

  it('knows which names are types', () => {
    for (const name of TYPES) expect([name in go, name in threading]).toEqual([false, false]);
    const exported = ['go', 'threading'].flatMap((folder) => [...readFileSync(`src/runtime/${folder}/index.ts`, 'utf8').matchAll(/export type \{([^}]*)\}|\btype (\w+)/g)].flatMap(([, list, one]) => (list ?? one ?? '').split(',').map((name) => name.trim().replace(/^type /, ''))));
    expect([...new Set(exported)].filter((name) => name !== '' && !TYPES.includes(name))).toEqual([]);
  });
});
