import { describe, expect, it } from 'vitest';
import { startOf } from './plain-edit.ts';
import { inOrder, nextMark } from './plain-marks.ts';
import type { Mark } from './types.ts';

const mark = (line: number, message = 'race', kind: Mark['kind'] = 'wrong'): Mark => ({ line, message, kind });

describe('the marks of the plain editor', () => {
  it('stand in the order of their lines, each thing said once', () => {
    expect(inOrder([mark(7), mark(3), mark(7), mark(7, 'leak')])).toEqual([mark(3), mark(7), mark(7, 'leak')]);
  });

  it('are gone through forwards, and after the last from the first', () => {
    const marks = [mark(7), mark(3)];
    expect([1, 3, 6, 7, 9].map((line) => nextMark(marks, line, 1)?.line)).toEqual([3, 7, 7, 3, 3]);
  });

  it('are gone through backwards, and before the first from the last', () => {
    const marks = [mark(7), mark(3)];
    expect([9, 7, 5, 3, 1].map((line) => nextMark(marks, line, -1)?.line)).toEqual([7, 3, 3, 7, 7]);
    expect(nextMark([], 1, 1)).toBeUndefined();
  });
});

describe('where a line begins', () => {
  it('is told for each line, and of one past the end for the last', () => {
    expect([1, 2, 3, 4, 9].map((line) => startOf('ab\n\ncd', line))).toEqual([0, 3, 4, 4, 4]);
  });
});
