import { describe, expect, it } from 'vitest';
import { fingerprint, isSame, linkedVersion } from './version.ts';

describe('the version that a link brings', () => {
  const own = { keep: 'foundations/every-order/lost-update:8aa7f8f64ffe', first: 'a\n' };

  it('is kept beside the reader’s own, and apart from that of another link', () => {
    const [one, other] = [linkedVersion(own, 'one'), linkedVersion(own, 'other')];
    expect(new Set([own.keep, one.keep, other.keep]).size).toBe(3);
    expect(one.keep.startsWith(`${own.keep}~`)).toBe(true);
    expect(linkedVersion(own, 'one')).toEqual(one);
  });

  it('has a name that tells small changes apart', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'counter += 1', 'counter += 2', 'é', '🙂'];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  });
});

it('ends of lines at the end make no difference', () => {
  expect(isSame('a\n', 'a')).toBe(true);
  expect(isSame('a\n', ' a')).toBe(false);
});
