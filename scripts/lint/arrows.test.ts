import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/install.mjs';
import { ARROWS, partOf } from './arrows.mjs';

const eslint = new ESLint({ cwd: ROOT });

/** Lints `code` as if it lay at `file`, with the project's own settings. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, file) });
  return result!.messages
    .filter(({ ruleId }) => ruleId === 'course/arrows' || ruleId?.startsWith('no-restricted'))
    .map(({ message }) => message);
}

const wrong = async (file: string, code: string): Promise<string> => {
  const found = await complaints(file, code);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('an import that the arrows allow', () => {
  it.each([
    ['src/trace/text.ts', `export { column } from '#base';`],
    ['src/trace/text.ts', `export { other } from './other.ts';`],
    ['src/runtime/go/chan.ts', `export { park } from '#kernel';`],
    [
      'src/compile/lower.ts',
      `import { parse } from 'acorn'; import type { CompiledProgram } from '#engine'; export type { CompiledProgram }; export { parse };`,
    ],
    ['src/explore/run.test.ts', `export { lower } from '#compile';`],
    ['src/components/Program.astro', `---\nimport { layout } from '#timeline';\nimport Note from './Note.astro';\n---\n<Note/>`],
    ['src/pages/index.astro', `---\nimport Page from '../layouts/Page.astro';\n---\n<Page/>`],
    ['src/cli/main.ts', `export { readFileSync } from 'node:fs';`],
  ])('%s: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});

describe('an import against the arrows is reported', () => {
  it('upwards', async () => {
    expect(await wrong('src/trace/text.ts', `export { explore } from '#explore';`)).toMatch(`'trace' may not import 'explore'`);
    expect(await wrong('src/runtime/kernel/kernel.ts', `export { chan } from '#runtime/go';`)).toMatch(`'kernel' may not import 'go'`);
    expect(await wrong('src/timeline/layout.ts', `export { chan } from '#runtime/go';`)).toMatch(`'timeline' may not import 'go'`);
  });

  it('sideways', async () => {
    expect(await wrong('src/runtime/go/chan.ts', `export { Lock } from '#runtime/threading';`)).toMatch(`'go' may not import 'threading'`);
  });

  it('by path instead of by public name', async () => {
    expect(await wrong('src/explore/run.ts', `export { text } from '../trace/text.ts';`)).toMatch(`reaches into 'trace' by path`);
    expect(await wrong('src/explore/run.test.ts', `export { text } from '../trace/text.ts';`)).toMatch(`reaches into 'trace' by path`);
    expect(await wrong('src/explore/run.ts', `export { text } from '#trace/text';`)).toMatch('not a public name');
    expect(await wrong('src/explore/run.ts', `export { walk } from '#explore';`)).toMatch('import by relative path');
  });

  it('of values where only types are free', async () => {
    expect(await wrong('src/compile/lower.ts', `export { handle } from '#engine';`)).toMatch('only types');
  });

  it('of Node or a package where the browser must do without', async () => {
    expect(await wrong('src/explore/run.ts', `export { readFileSync } from 'node:fs';`)).toMatch('may not import');
    expect(await wrong('src/check/verdict.ts', `export { parse } from 'acorn';`)).toMatch('may not import the package');
  });

  it('in a dynamic import, a type and a component as well', async () => {
    expect(await wrong('src/base/a.ts', `export const a = () => import('#trace');`)).toMatch(`'base' may not import 'trace'`);
    expect(await wrong('src/base/a.ts', `export type A = import('#trace').Trace;`)).toMatch(`'base' may not import 'trace'`);
    expect(await wrong('src/components/A.astro', `---\nimport Page from '../layouts/Page.astro';\n---\n<Page/>`)).toMatch(
      `reaches into 'layouts'`,
    );
    expect(await wrong('src/components/A.astro', `<p/>\n<script>\nimport '../sandbox/frame.ts';\n</script>`)).toMatch(
      `reaches into 'sandbox'`,
    );
  });

  it('without an extension', async () => {
    expect(await wrong('src/trace/text.ts', `export { other } from './other';`)).toMatch(`Write the extension`);
  });

  it('from a program to anything but the library', async () => {
    for (const program of ['content/lessons/foundations/every-order/programs/a.ts', 'src/explore/corpus/etcd/5509.ts']) {
      expect(await wrong(program, `export { chan } from '#runtime/go';`)).toMatch(`not '#runtime/go'`);
      expect(await complaints(program, `export { chan } from 'happens-before/go';`)).toEqual([]);
    }
  });

  it('but from an original to whatever is where it runs', async () => {
    expect(await complaints('content/lessons/patterns/joke-proxy/original/a.ts', `export { createServer } from 'node:http';`)).toEqual([]);
  });

  it('from a folder that has no place in the table', async () => {
    expect(await wrong('src/misc/a.ts', `export { a } from '#base';`)).toMatch(`not in the table of arrows`);
  });
});

describe('what the lower folders never name', () => {
  it.each([
    ['src/explore/run.ts', 'export const now = Date.now();'],
    ['src/explore/run.ts', 'export const today = new Date();'],
    ['src/engine/handle.ts', 'export const now = globalThis.performance;'],
    ['src/runtime/go/time.ts', 'setTimeout(() => {}, 1);'],
    ['src/runtime/kernel/model.ts', 'export const dice = Math.random();'],
    ['src/check/verdict.ts', 'export const title = document.title;'],
    ['src/timeline/layout.ts', 'export const width = window.innerWidth;'],
    ['src/compile/lower.ts', 'export const cwd = process.cwd();'],
  ])('%s: %s', async (file, code) => {
    expect(await complaints(file, code)).not.toEqual([]);
  });

  it('leaves real time to the native kernel', async () => {
    expect(await complaints('src/runtime/native/clock.ts', 'setTimeout(() => {}, 1); export const now = performance.now();')).toEqual([]);
  });
});

it('every arrow points at a part that is in the table, and never back', () => {
  const reach = (part: string, seen = new Set<string>()): Set<string> => {
    for (const next of [...ARROWS[part]!.may]) if (!seen.has(next)) reach(next, seen.add(next));
    return seen;
  };
  for (const part of Object.keys(ARROWS)) expect(reach(part)).not.toContain(part);
});

it('knows the part of a file', () => {
  const at = (file: string) => partOf(path.join(ROOT, file));
  expect(at('src/runtime/go/chan.ts')).toBe('go');
  expect(at('src/runtime/index.ts')).toBe('runtime');
  expect(at('src/content.config.ts')).toBe('site');
  expect(at('e2e/pages.spec.ts')).toBeUndefined();
});
