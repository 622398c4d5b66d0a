import { describe, expect, it } from 'vitest';
import { indent, newLine, outdent, type Edit } from './plain-edit.ts';

const apply = (text: string, edit: Edit): string => text.slice(0, edit.from) + edit.text + text.slice(edit.to);
const at = (start: number, end = start) => ({ start, end });

describe('the plain editor', () => {
  it('puts two spaces at the caret', () => {
    expect(apply('ab', indent('ab', at(1)))).toBe('a  b');
  });

  it('indents every line of a selection, but no empty one', () => {
    expect(apply('a\n\nb\nc', indent('a\n\nb\nc', at(0, 4)))).toBe('  a\n\n  b\nc');
  });

  it('does not touch the line after a selection that ends with a line break', () => {
    expect(apply('a\nb', indent('a\nb', at(0, 2)))).toBe('  a\nb');
  });

  it('takes back at most what is there', () => {
    expect(apply('   a\n b\nc', outdent('   a\n b\nc', at(0, 8)))).toBe(' a\nb\nc');
  });

  it('keeps the caret on its letter', () => {
    expect(outdent('  ab', at(3)).select).toEqual({ start: 1, end: 1 });
  });

  it('starts a new line where the old one starts, and further in after a bracket', () => {
    expect(apply('  if (x) {', newLine('  if (x) {', at(10)))).toBe('  if (x) {\n    ');
    expect(apply('  go();', newLine('  go();', at(7)))).toBe('  go();\n  ');
  });
});
