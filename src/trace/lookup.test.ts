import { describe, expect, it } from 'vitest';
import { list, listFew } from './lookup.ts';

describe('lists in words', () => {
  it('TR59 a long list is cut short, and says by how much', () => {
    expect([list([]), list([4]), list([4, 6]), list([4, 6, 7])]).toEqual(['', '4', '4 and 6', '4, 6 and 7']);
    expect(listFew([1, 2, 3, 4, 5, 6])).toBe('1, 2, 3, 4, 5 and 6');
    expect(listFew(Array.from({ length: 3_995 }, (_, i) => i + 1))).toBe('1, 2, 3, 4, 5 and 3,990 more');
  });
});
