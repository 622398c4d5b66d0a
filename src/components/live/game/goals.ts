/** What a reader who takes the scheduler's place may be asked to bring about, in words. */
import type { EndKind, Exploration, Goal } from '#explore';
import { clean, shorten } from '#trace';
import { game } from '#words';

const LONGEST = 60;

const { goals: words } = game;

/** “Make it print 1.” What comes after “make it”. */
export function goalWords({ end, output, notOutput }: Goal): string {
  const parts = [
    end === undefined ? '' : words[end],
    output === undefined ? '' : output.length === 0 ? words.printNothing : words.print(linesWords(output)),
    notOutput === undefined ? '' : words.printOther(linesWords(notOutput)),
  ];
  return words.both(parts.filter(Boolean));
}

const linesWords = (lines: readonly string[]): string => shorten(clean(lines.join(', ')), LONGEST) || words.nothing;

/** A goal to choose. */
export interface Choice {
  readonly goal: Goal;
  readonly words: string;
}

/** What a panic and an error say differs from run to run; the goal is that there is one. */
const failing: readonly EndKind[] = ['deadlock', 'panic', 'error', 'livelock'];

/**
 * The goals that a program offers: each way to fail that some order takes, a race, then what some orders print and others do not. Where
 * nothing fails, to fail is offered all the same, last: that it cannot be done can be proved.
 */
export function goalsOf(exploration: Exploration): readonly Choice[] {
  const { outcomes, leaks, races } = exploration;
  const failures = failing.filter((end) => outcomes.some((outcome) => outcome.end === end)).map((end): Goal => ({ end }));
  const leaking: readonly Goal[] = leaks.length > 0 ? [{ end: 'leak' }] : [];
  const racing: readonly Goal[] = races.length > 0 ? [{ end: 'race' }] : [];
  // The first is what the plain order does, which is nothing to aim at. The rarest of the others comes first.
  const printing = outcomes.slice(1).filter(({ end }) => end === 'ok').toSorted((a, b) => a.count - b.count).slice(0, MOST_PRINTED).map(({ output }): Goal => ({ end: 'ok', output }));
  const failure: readonly Goal[] = failures.length + leaking.length === 0 ? [{ end: 'failure' }] : [];
  return [...failures, ...leaking, ...printing, ...racing, ...failure].map((goal) => ({ goal, words: goalWords(wordsGoal(goal)) }));
}

const MOST_PRINTED = 6;

/** That an order which prints something ends well goes without saying. */
const wordsGoal = (goal: Goal): Goal => (goal.end === 'ok' && goal.output !== undefined ? { output: goal.output } : goal);
