import { describe, expect, it } from 'vitest';
import { compareSearches, FAMILIES, type AnyFamily } from './testing/families.ts';
import { isTextFamily } from './testing/random-text.ts';

/** Seeds that once failed, with what they taught. */
const PINNED: readonly (readonly [families: readonly AnyFamily[], seed: number, why: string])[] = [
  [['select'], 199, 'two selects can meet in two ways, and neither case was taken'],
  [['select'], 19, 'a hand-over takes away what the partner could have done itself'],
  [['default'], 19, 'a poll that received could have come before the send'],
  [['default'], 17, 'a pending receive is compared with every look, not only the last'],
  [['unbuffered', 'close'], 171, 'a second close does not come before the receive that the first let through'],
  [['default', 'close'], 62, 'a receive that ended by close may have been waiting when a select looked'],
  [['waitgroup'], 1319, 'a wait does not notice a done that failed, so it is not ordered by it'],
  [['memory', 'trylock'], 1, 'a tryLock that worked could have come before the unlock'],
  [['channels', 'close'], 5000173, 'a send that failed by close could have been done while there was room'],
  [['select'], 5000642, 'a meeting that came to nothing is compared with every arrival, not with every send'],
  [['select', 'close'], 268726068, 'a close takes away the meetings of all who are there'],
  [['rwloose'], 271042412, 'of two unlocks the second fails, so they do not commute'],
  [['timeout'], 272671621, 'a context that has ended is not told of the end of its parent any more: that is a look at the parent'],
  [['semaphore'], 3038, 'a step that is to come earlier may then depend on what it did not depend on'],
  [['promise'], 54, 'an await of what is settled is a step of its own: what came before it in the same step could have come earlier'],
  [['promise', 'channels'], 23, 'who awaits does not depend on who settles too late'],
  [['sleeps'], 158, 'a look that follows a move of the clock in the same step does not hide the look before it'],
  [['sleeps'], 1052, 'who wakes at a time that another has moved the clock to could have moved it'],
  [['sleeps'], 194, 'a sleep of no length has to be over before the clock moves on'],
  [['timer'], 49, 'a timer that was set anew is another timer for who stops it'],
  [['timer'], 17, 'what was planned for want of knowledge does not speak for all that begins with it'],
  [['timer'], 27, 'a reversal that is not possible does not hide one that is'],
  [['reactions'], 114, 'whether somebody had asked about a rejected promise when the program ended depends on when he asked'],
  [['reactions'], 138, 'reactions run in the order in which they were asked for'],
  [['following'], 116, 'of two rejections that nobody heard of, the end tells the first'],
  [['combining'], 134, 'a promise that stands for several is settled in the step of the last of them'],
  [['calling'], 150, 'the end of main waits for what was started before it'],
  [['generators'], 136, 'a generator answers in the order in which it is asked'],
  [['timeouts'], 150, 'who clears a timer too late could have come in time'],
  [['timeouts'], 148, 'of two timers that are due at one moment either can be the first'],
  [['timeouts'], 342, 'who wakes at a moment depends on the moment before it, and not on who moved the clock'],
  [['future'], 22111384, 'a result does not wait for somebody to come across a cancelled call, so it is not ordered by that'],
  [['future'], 33111292, 'a result does not wait for a second cancel'],
  [['future'], 22112163, 'a cancel that came too late, had it come earlier, would have had to do with who asks to be called back'],
  [['turns'], 20125, 'who does at once what he came for has been there all the same'],
  [['turns'], 20293, 'that something cannot be done at once is found out in the step before'],
  [['turnsInTime'], 38, 'who is born in a step that looks at the clock could only have come earlier if that step did'],
  [['turnsInTime'], 112, 'a step that looks at the clock and writes may come between two alarms of one moment'],
  [['bubbleBeside'], 104, 'who is outside a bubble may wake somebody before the bubble stands still, or find it given up'],
  [['turnsInTime'], 5272, 'work does not wait for an alarm that is due'],
];

/** Programs that the slow search needs more runs for are left to `npm run fuzz`. */
const SMALL = 1_500;
/** Runs of what was compiled take longer. */
const SMALLER = 400;

describe('EX1 the fast search finds exactly what the slow one does', () => {
  it.each(FAMILIES)('EX1 over %j', (families, programs) => {
    let compared = 0;
    const limit = families.some(isTextFamily) ? SMALLER : SMALL;
    for (let seed = 1; compared < programs && seed < programs * 10; seed++) if (isEqual(families, seed, limit)) compared++;
    expect(compared).toBeGreaterThan(programs / 2);
  });

  it.each(PINNED)('EX1 over %j, seed %i: %s', (families, seed) => {
    expect(isEqual(families, seed, 100_000)).toBe(true);
  });
});

/** False if the slow search would take too long. */
function isEqual(families: readonly AnyFamily[], seed: number, limit: number): boolean {
  const { text, compared, missed, invented, runs } = compareSearches(families, seed, limit);
  if (!compared) return false;
  const where = `seed ${seed} of ${families.join('+')}: ${text}`;
  expect({ missed, invented }, where).toEqual({ missed: [], invented: [] });
  expect(runs.fast, where).toBeLessThanOrEqual(runs.slow);
  return true;
}
