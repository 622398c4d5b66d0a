import { describe, expect, it } from 'vitest';
import { wordsAndCode } from './words-and-code.ts';

const marked = (sentence: string) =>
  wordsAndCode(sentence)
    .map(({ text, isCode }) => (isCode ? `<${text}>` : text))
    .join('');

describe('words and code', () => {
  it('sets as code what stands between two backquotes', () => {
    expect(marked('Write `await wg.wait()` before `return`.')).toBe('Write <await wg.wait()> before <return>.');
    expect(marked('`join` waits')).toBe('<join> waits');
    expect(marked('no code')).toBe('no code');
  });

  it('keeps a backquote that has no partner', () => {
    expect(marked('a ` and `b`')).toBe('a < and >b`');
    expect(marked('it printed `')).toBe('it printed `');
    expect(marked('``')).toBe('``');
  });

  it('has no pieces of nothing', () => {
    expect(wordsAndCode('')).toEqual([]);
    expect(wordsAndCode('`a``b`').map(({ text }) => text)).toEqual(['a', 'b']);
  });
});
