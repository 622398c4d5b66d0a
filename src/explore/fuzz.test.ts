import { describe, expect, it } from 'vitest';
import { outcomesOf } from './testing/compare.ts';
import { randomProgram, type Family } from './testing/random-program.ts';

/** Which primitives meet in one random program, and how many programs of each kind CI compares. */
const FAMILIES: readonly (readonly [families: readonly Family[], programs: number])[] = [
  [['memory'], 25],
  [['memory', 'trylock'], 15],
  [['channels'], 40],
  [['unbuffered'], 60],
  [['channels', 'close'], 40],
  [['unbuffered', 'close'], 60],
  [['select'], 60],
  [['default'], 60],
  [['waitgroup'], 40],
  [['queue'], 40],
  [['select', 'close'], 50],
  [['default', 'close'], 50],
  [['sleep', 'channels'], 15],
  [['channels', 'memory', 'locks'], 10],
];

/** Seeds that once failed, with what they taught. */
const PINNED: readonly (readonly [families: readonly Family[], seed: number, why: string])[] = [
  [['select'], 199, 'two selects can meet in two ways, and neither case was taken'],
  [['select'], 19, 'a hand-over takes away what the partner could have done itself'],
  [['default'], 19, 'a poll that received could have come before the send'],
  [['default'], 17, 'a pending receive is compared with every look, not only the last'],
  [['unbuffered', 'close'], 171, 'a second close does not come before the receive that the first let through'],
  [['default', 'close'], 62, 'a receive that ended by close may have been waiting when a select looked'],
  [['memory', 'trylock'], 1, 'a tryLock that worked could have come before the unlock'],
];

const SLOW_LIMIT = 4_000;

describe('EX1 the fast search finds exactly what the slow one does', () => {
  it.each(FAMILIES)('EX1 over %j', (families, programs) => {
    let compared = 0;
    for (let seed = 1; compared < programs && seed < programs * 5; seed++) if (isEqual(families, seed)) compared++;
    expect(compared).toBeGreaterThan(programs / 2);
  });

  it.each(PINNED)('EX1 over %j, seed %i: %s', (families, seed) => {
    expect(isEqual(families, seed, 100_000)).toBe(true);
  });
});

/** False if the slow search would take too long. */
function isEqual(families: readonly Family[], seed: number, limit = SLOW_LIMIT): boolean {
  const program = randomProgram(seed * 7919, families);
  const slow = outcomesOf(program, true, limit);
  if (!slow.complete) return false;
  const fast = outcomesOf(program, false, limit);
  const where = `seed ${seed} of ${families.join('+')}: ${program.text}`;
  expect([...fast.outcomes].sort(), where).toEqual([...slow.outcomes].sort());
  expect(fast.runs, where).toBeLessThanOrEqual(slow.runs);
  return true;
}
