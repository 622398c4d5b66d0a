import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { handle, type Reply } from '#engine';
import { claimsOf, findGaps, importLine, isAsClaimed, loadReference, programOf, readRules, type Entry, type Module } from './index.ts';
import { nameFinder } from './names.ts';
import { readModules } from './read.ts';

const ROOT = path.join(import.meta.dirname, '../..');

const read = (text: string, more: Readonly<Record<string, string>> = {}): Module => readModules({ 'index.d.ts': text, ...more }, { 'happens-before/go': 'index.d.ts' })[0] as Module;
const entry = (text: string, more?: Readonly<Record<string, string>>): Entry => read(text, more).entries[0] as Entry;
const gapsOf = (text: string): string[] => findGaps([read(text)], [{ id: 'mutex', title: 'Mutex', sections: ['fairness'], rules: [] }]);

describe('a docstring', () => {
  it('is taken apart into what a reader looks for', () => {
    const { doc } = entry('/**\n * Locks.\n *\n * Semantics mirrored: https://go.dev (Go 1.27). And\n * more.\n *\n * @param ms how long\n * @throws Panic "x" if\n *   not\n * @rules mutex#fairness, once\n * @example\n * a();\n *   b();\n */\nexport declare function f(ms: number): void;');
    expect(doc).toEqual({ text: 'Locks.', params: [{ name: 'ms', text: 'how long' }], returns: undefined, throws: ['Panic "x" if not'], examples: ['a();\n  b();'], source: 'https://go.dev (Go 1.27). And more.', rules: ['mutex#fairness', 'once'] });
  });

  it('of an overloaded function is that of the first that says something', () => {
    expect(entry('export declare function f(): void;\n/** Goes. */\nexport declare function f(name: string): void;')).toMatchObject({ doc: { text: 'Goes.' }, signature: 'function f(): void;\nfunction f(name: string): void;' });
  });
});

describe('what a module exports', () => {
  it('is found through its re-exports, and in namespaces under their name', () => {
    const found = read("/** Flags. */\nexport * as atomic from './atomic';\nexport { Mutex as M } from './mutex';", { 'atomic.d.ts': 'export declare class Bool {}', 'mutex.d.ts': 'export declare class Mutex {}' });
    expect(found.entries.map(({ name, kind, file }) => [name, kind, file])).toEqual([['atomic', 'namespace', 'atomic.ts'], ['atomic.Bool', 'class', 'atomic.ts'], ['M', 'class', 'mutex.ts']]);
    expect(found.entries[0]?.doc.text).toBe('Flags.');
  });

  it('has the members of a base class that nobody can import, and what they say', () => {
    const { members } = entry('declare abstract class Base {\n  /** Reads. */\n  load(): number;\n  store(): void;\n}\nexport declare class Int extends Base { #private; private x; store(): void; }');
    expect(members.map(({ name, doc }) => [name, doc.text])).toEqual([['load', 'Reads.'], ['store', '']]);
  });

  it('of data only is one signature', () => {
    expect(entry('export interface Options { /** Most. */ readonly max?: number; }')).toMatchObject({ kind: 'interface', signature: 'interface Options { /** Most. */ readonly max?: number; }', members: [] });
  });
});

describe('the gaps', () => {
  it('name an export without docstring, example, source or rules', () => {
    expect(gapsOf('export declare class Mutex { lock(): void; }')).toEqual([
      'index.ts: Mutex has no docstring',
      expect.stringContaining('Mutex does not say what semantics it mirrors') as string,
      'index.ts: Mutex has no example',
      expect.stringContaining('Mutex does not name its rules') as string,
      'index.ts: Mutex.lock has no docstring',
    ]);
  });

  it('name links to nowhere', () => {
    const gaps = gapsOf('/**\n * As {@link Nothing}.\n *\n * Semantics mirrored: https://go.dev (Go 1.27).\n *\n * @rules mutex#nowhere\n * @example f(); // throws: x\n */\nexport declare function f(): void;');
    expect(gaps).toEqual(['index.ts: f: there is no Nothing to link to', 'index.ts: f: docs/spec/mutex.md has no section nowhere; it has fairness']);
  });

  it('name an example from which nothing comes', () => {
    expect(gapsOf('/**\n * Goes.\n *\n * Semantics mirrored: https://go.dev (Go 1.27).\n *\n * @rules mutex\n * @example f(); // it goes\n */\nexport declare function f(): void;')).toEqual([expect.stringContaining('an example does not say what comes of it') as string]);
  });
});

describe('the claims of an example', () => {
  it('are the comments behind what prints, and those on how it ends', () => {
    expect(claimsOf("console.log(1); // 1 or 2\nf(); // says so\nbar.update(); // prints …50%\nmu.unlock(); // panics: no\nawait c.send(1); // deadlock")).toEqual({
      prints: [{ line: 1, ways: ['1', '2'] }, { line: 3, ways: ['…50%'] }],
      ends: [{ line: 4, end: 'panic', message: 'no' }, { line: 5, end: 'deadlock', message: '' }],
    });
  });

  it.each([['42', '42', true], ['42', '4', false], ['', 'nothing', true], ['a (b)', 'a (b)', true], ['one\ntwo', 'one…', true], ['x', '…y', false]])('%j is %j: %j', (printed, way, is) => {
    expect(isAsClaimed(printed, way)).toBe(is);
  });

  it('bring the imports that the example leaves out', () => {
    const module = read('export declare function chan(): void; export interface Chan {} export declare function go(): void; export declare function close(): void;');
    expect(importLine("// close it\nconst c: Chan = chan(); c.close(); console.log('go');", module)).toBe("import { chan, type Chan } from 'happens-before/go';");
  });
});

describe('a name', () => {
  const find = nameFinder([{ name: 'go', entries: [{ name: 'Chan', members: [{ name: 'send' }, { name: '[Symbol.asyncIterator]' }] }, { name: 'Timer', members: [] }] }, { name: 'threading', entries: [{ name: 'Timer', members: [] }] }]);

  it.each([['Chan.send', 'go', 'Chan.send'], ['send', 'go', undefined], ['threading/Timer', 'threading', 'Timer'], ['Chan.asyncIterator', 'go', 'Chan.asyncIterator'], ['Timer', undefined, undefined], ['Nothing', undefined, undefined]])('%s is found where it is meant', (name, module, anchor) => {
    expect(find(name)).toEqual(anchor === undefined ? undefined : expect.objectContaining({ module, anchor }));
  });

  it('is that of the own module, and of the own class, first', () => {
    expect(find('Timer', { module: 'threading' })).toMatchObject({ module: 'threading' });
    expect(find('send(value)', { module: 'go', entry: 'Chan' })).toMatchObject({ anchor: 'Chan.send' });
  });
});

describe('the reference of this library', async () => {
  const modules = await loadReference(ROOT);

  it('has no gaps', () => {
    expect(findGaps(modules, readRules(ROOT))).toEqual([]);
  });

  it('shows a check file that judges', () => {
    const check = modules.find(({ name }) => name === 'check') as Module;
    const [example = ''] = check.entries.find(({ name }) => name === 'check')?.doc.examples ?? [];
    const verdict = (consume: string): string => {
      const answer = `import type { Chan } from 'happens-before/go';
export async function produce(shelf: Chan<number>, n: number) { for (let i = 1; i <= n; i++) await shelf.send(i); ${consume} }
export async function consume(shelf: Chan<number>) { const all: number[] = []; for await (const box of shelf) all.push(box); return all; }`;
      const replies: Reply[] = [];
      handle({ kind: 'check', program: { files: { 'solution.ts': answer, 'check.ts': programOf(example, check).text }, entry: 'solution.ts' }, answer: 'solution.ts', check: 'check.ts' }, (reply) => replies.push(reply));
      const reply = replies.at(-1);
      return reply?.kind === 'judged' ? (reply.verdict.failure?.say ?? reply.verdict.headline) : JSON.stringify(reply);
    };
    expect(verdict('shelf.close();')).toMatch(/^Right in the one order/);
    expect(verdict('')).toBe('Who tells the consumer that no more will come?');
  });
});
