import type { Run } from '#kernel';
import type { Best } from './collector.ts';
import { Search } from './dpor.ts';
import { beginOf, runOptions } from './explore.ts';
import { beginner, type Subject } from './subject.ts';
import type { Exploration, ExploreOptions } from './types.ts';

/** Runs that the search for the simplest failure may take over all its levels. */
const MOST_RUNS = 5_000;

/** What was tried and found before, and whether the time for all of it is over. */
interface SoFar {
  readonly isLate: () => boolean;
  readonly tried: number;
  readonly failures: number;
}

/**
 * The failing schedule with the fewest forced switches: all schedules without any are tried, then all with one, and so on (Musuvathi and
 * Qadeer, 2007). `proved` says that every level below was tried to its end, so that no failing schedule has fewer. Timers are
 * `patient` here only if they were in the exploration. Progress goes on being reported, since whoever watches takes silence for a hang.
 */
export function simplestFailure(subject: Subject, options: ExploreOptions, isFailure: (run: Run) => boolean, known: Best | undefined, so: SoFar): Exploration['simplest'] {
  let left = MOST_RUNS;
  const most = known?.preemptions ?? 3;
  for (let bound = 0; bound <= most; ) {
    const level = searchLevel(subject, options, isFailure, bound, left, { ...so, tried: so.tried + MOST_RUNS - left });
    left -= level.runs;
    if (level.found !== undefined) return { ...level.found, proved: true };
    if (!level.exhausted) break;
    // A beginning that is given may have forced switches of its own: then the first levels are all the same.
    bound = Math.max(bound, level.least) + 1;
  }
  return known === undefined ? undefined : { ...known, proved: false };
}

function searchLevel(subject: Subject, options: ExploreOptions, isFailure: (run: Run) => boolean, bound: number, most: number, { isLate, tried, failures }: SoFar): { runs: number; exhausted: boolean; least: number; found?: Best } {
  const search = new Search({ naive: true, maxPreemptions: bound, begin: beginOf(options) });
  const next = beginner(subject, runOptions(options));
  let least = 0;
  for (let runs = 1; runs <= most; runs++) {
    const { run, main } = next();
    const isWhole = search.attempt(run, main);
    if (runs === 1) least = run.forcedSwitches;
    if (isWhole && isFailure(run)) return { runs, exhausted: true, least, found: { preemptions: run.forcedSwitches, schedule: run.scheduleText() } };
    if (!search.advance()) return { runs, exhausted: true, least };
    if (runs % 16 !== 0 && runs > 16) continue;
    options.onProgress?.({ runs: tried + runs, failures });
    if (isLate()) return { runs, exhausted: false, least };
  }
  return { runs: most, exhausted: false, least };
}
