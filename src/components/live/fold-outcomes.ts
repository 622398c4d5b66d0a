import type { Outcome } from '#explore';
import { isFailure } from './sentences.ts';

/** As many as one looks through at once. */
const MOST = 12;
/** Shown of more than that. */
const FIRST = 8;

/**
 * What of `outcomes` is shown at once, and what is folded away. Of many, one of each way to end comes first, then the others that fail: they are
 * what one looks for.
 */
export function foldOutcomes(outcomes: readonly Outcome[]): { readonly shown: readonly Outcome[]; readonly folded: readonly Outcome[] } {
  if (outcomes.length <= MOST) return { shown: outcomes, folded: [] };
  const ends = new Set<string>();
  const isFirstOfItsEnd = new Set(outcomes.filter(({ end }) => ends.size < ends.add(end).size));
  const rank = (outcome: Outcome): number => (isFirstOfItsEnd.has(outcome) ? 0 : isFailure(outcome) ? 1 : 2);
  const sorted = [...outcomes].sort((a, b) => rank(a) - rank(b));
  return { shown: sorted.slice(0, FIRST), folded: sorted.slice(FIRST) };
}
