import { describe, expect, it } from 'vitest';
import { fileHeading, filesImportedBy, joinFiles, splitFiles } from './several-files.ts';

const main = "import { one } from './one';\n\nconsole.log(one);\n";
const others = { 'one.ts': 'export const one = 1;\n', 'two-more.ts': '// nothing yet\n' };

describe('several files in one text', () => {
  it('are the same after they were joined and split', () => {
    expect(splitFiles(joinFiles({ main, others }))).toEqual({ main, others });
    expect(splitFiles(joinFiles({ main: '', others: { 'one.ts': '' } }))).toEqual({ main: '\n', others: { 'one.ts': '\n' } });
  });

  it('are the main file, to the last character, if there is no other', () => {
    for (const text of ['', 'a', 'a\n\n\n', 'a\r\nb', `${fileHeading('one.ts')} `]) {
      expect(joinFiles({ main: text, others: {} })).toBe(text);
      expect(splitFiles(text, [])).toEqual({ main: text, others: {} });
    }
  });

  it('brings no file that was not asked for', () => {
    const text = `a\n${fileHeading('check.ts')}\nb\n${fileHeading('one.ts')}\nc\n`;
    expect(splitFiles(text, ['one.ts'])).toEqual({ main: `a\n${fileHeading('check.ts')}\nb\n`, others: { 'one.ts': 'c\n' } });
  });

  it('takes the last of a file that comes twice', () => {
    expect(splitFiles(`a\n${fileHeading('one.ts')}\nb\n${fileHeading('one.ts')}\nc`).others).toEqual({ 'one.ts': 'c\n' });
  });

  it('takes ends of lines of both kinds', () => {
    expect(Object.keys(splitFiles(`a\r\n${fileHeading('one.ts')}\r\nb\r\n`).others)).toEqual(['one.ts']);
  });

  it('takes no other comment, no folder and no other ending for a file', () => {
    for (const line of ['// ==== one.ts ====', '// ===== ../one.ts =====', '// ===== one.js =====', '  // ===== one.ts =====']) expect(splitFiles(`a\n${line}\nb`).others).toEqual({});
  });

  it('names the files that a text imports, as the compiler finds them', () => {
    expect(filesImportedBy("import { a } from './one';\nimport type { B } from '../two.ts';\nexport * from './deep/three.js';\nimport './four';\nimport { go } from 'happens-before/go';\nimport { c } from './one.ts';"))
      .toEqual(['one.ts', 'two.ts', 'three.ts', 'four.ts']);
  });
});
