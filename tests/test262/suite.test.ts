import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import { listFiles, runSuite } from './suite.ts';

/** A suite of our own in small, laid out as test262 is. */
function makeSuite(tests: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'suite-'));
  mkdirSync(path.join(folder, 'harness'));
  mkdirSync(path.join(folder, 'test/small'), { recursive: true });
  writeFileSync(path.join(folder, 'harness/assert.js'), "function assert(is) { if (is !== true) throw new Test262Error('not so'); }");
  writeFileSync(path.join(folder, 'harness/sta.js'), 'function Test262Error(message) { this.message = message; }');
  writeFileSync(path.join(folder, 'harness/later.js'), 'const later = async (value) => { await null; return value; };');
  for (const [name, text] of Object.entries(tests)) writeFileSync(path.join(folder, 'test/small', `${name}.js`), text);
  return folder;
}

const matter = (lines: string, text: string): string => `/*---\ndescription: x\n${lines}\n---*/\n${text}`;

describe('the runner of test262', () => {
  it('reads the front matter', () => {
    expect(readFrontMatter(matter('info: |\n  flags: not these\nflags: [async, onlyStrict]\nfeatures:\n  - a\n  - b\nincludes: [x.js]\nnegative:\n  phase: parse\n  type: SyntaxError', ''))).toEqual({
      description: 'x', flags: ['async', 'onlyStrict'], features: ['a', 'b'], includes: ['x.js'], negative: { phase: 'parse', type: 'SyntaxError' },
    });
  });

  it('tells what passes from what fails, and from what is left out', async () => {
    const folder = makeSuite({
      'a-passes': matter('', 'assert([1] instanceof Array && Promise.resolve() instanceof Promise);'),
      'b-fails': matter('', 'assert(1 === 2);'),
      'c-async': matter('flags: [async]\nincludes: [later.js]', 'later(3).then((x) => assert(x === 3)).then($DONE, $DONE);'),
      'd-async-fails': matter('flags: [async]\nincludes: [later.js]', 'later(3).then((x) => assert(x === 4)).then($DONE, $DONE);'),
      'e-never-done': matter('flags: [async]', 'new Promise(() => {}).then($DONE);'),
      'f-negative': matter('negative:\n  phase: parse\n  type: SyntaxError', 'let x; let x;'),
      'g-not-negative': matter('negative:\n  phase: parse\n  type: SyntaxError', 'let x;'),
      'h-throws': matter('negative:\n  phase: runtime\n  type: TypeError', 'null.x;'),
      'i-sloppy': matter('flags: [noStrict]', ''),
      'j-eval': matter('', "assert(eval('true'));"),
      'k-own-realm': matter('', 'assert(Array.prototype.mine === undefined); Array.prototype.mine = 1;'),
      'l-own-realm': matter('', 'assert(Array.prototype.mine === undefined);'),
      'm-ours-alone': matter('', 'assert(Date.now() !== Date.UTC(2026, 0, 1));'),
    });
    const found: string[] = [];
    for await (const { file, outcome, reason } of runSuite(folder, listFiles(folder, ['small']), 'cooperative')) found.push(`${path.basename(file, '.js')}: ${reason?.name ?? outcome?.kind ?? ''}`);
    expect(found).toEqual([
      'a-passes: passed', 'b-fails: the host', 'c-async: passed', 'd-async-fails: the host', 'e-never-done: the host', 'f-negative: passed', 'g-not-negative: the host', 'h-throws: passed',
      'i-sloppy: sloppy mode', 'j-eval: code from text', 'k-own-realm: passed', 'l-own-realm: passed', 'm-ours-alone: failed',
    ]);
  });
});
