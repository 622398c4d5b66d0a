import { describe, expect, it } from 'vitest';
import { wordsAndCode } from './words-and-code.ts';

const marked = (sentence: string) =>
  wordsAndCode(sentence)
    .map(({ text, isCode, isStressed }) => (isCode ? `<${text}>` : isStressed ? `_${text}_` : text))
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

  it('stresses words between two asterisks', () => {
    expect(marked('Take *one* before the next, *at least*.')).toBe('Take _one_ before the next, _at least_.');
    expect(marked('*set* and “*not set*”')).toBe('_set_ and “_not set_”');
    expect(marked('too little *and* `ctx.err()`')).toBe('too little _and_ <ctx.err()>');
  });

  it('leaves alone products, schedules and pointers', () => {
    for (const plain of ['2 * x * y', 'main*12 left*2 right*3', 'clean(wg *sync.WaitGroup) and *r', '**', 'a * b*']) expect(marked(plain)).toBe(plain);
    expect(marked('`func (r *Room)` and `*r`')).toBe('<func (r *Room)> and <*r>');
  });

  it('has no pieces of nothing', () => {
    expect(wordsAndCode('')).toEqual([]);
    expect(wordsAndCode('`a``b`').map(({ text }) => text)).toEqual(['a', 'b']);
  });
});
