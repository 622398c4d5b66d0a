import { describe, expect, it } from 'vitest';
import { isRelated, markedIn } from './search-match.ts';

describe('what a search has found', () => {
  it.each([
    ['deadlock', ['deadlock']],
    ['dead', ['deadlock']],
    ['locking', ['lock']],
    ['Sémaphore', ['semaphore']],
    ['go', ['go']],
    ['WaitGroup.wait', ['WaitGroup']],
    ['select xyzzy', ['select', 'x']],
    ['goroutines', ['goroutine.']],
    ['races', ['race']],
    ['dead', ['BubbleDeadlock']],
    ['<-', ['a']],
  ])('has to do with %o if it is %o', (asked, marked) => expect(isRelated(asked, marked)).toBe(true));

  it.each([
    ['xyzzy', ['x']],
    ['gobbledygook', ['go']],
    ['asdfgh', ['a', 'as']],
    ['zzzz', ['z']],
    ['lockpicking', ['lo']],
  ])('has nothing to do with %o if it is %o', (asked, marked) => expect(isRelated(asked, marked)).toBe(false));

  it('is what is marked in the excerpt', () => {
    expect(markedIn('a <mark>dead</mark> <mark>lock.</mark> b')).toEqual(['dead', 'lock.']);
  });
});
