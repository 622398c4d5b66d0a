import { describe, expect, it } from 'vitest';
import { betweenMarks } from './marks.mjs';

describe('what stands between two marks', () => {
  const page = 'Before.\n<!-- sizes -->\nold\n<!-- /sizes -->\nAfter.\n';

  it('is replaced, and nothing else is', () => {
    expect(betweenMarks(page, 'sizes', 'new\nlines', 'a page')).toBe('Before.\n<!-- sizes -->\nnew\nlines\n<!-- /sizes -->\nAfter.\n');
  });

  it('may be the same again, or nothing', () => {
    expect(betweenMarks(page, 'sizes', 'old', 'a page')).toBe(page);
    expect(betweenMarks('<!-- a -->\n<!-- /a -->\n', 'a', 'b', 'a page')).toBe('<!-- a -->\nb\n<!-- /a -->\n');
  });

  it('is taken as it is, dollars and all', () => {
    expect(betweenMarks(page, 'sizes', '$& $1', 'a page')).toContain('\n$& $1\n');
  });

  it('has a place, or the page is named that has none', () => {
    expect(() => betweenMarks(page, 'speed', '', 'docs/package.md')).toThrow("docs/package.md has no place for 'speed'");
  });
});
