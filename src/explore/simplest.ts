import type { Run } from '#kernel';
import type { Best } from './collector.ts';
import { Search } from './dpor.ts';
import { runOptions } from './explore.ts';
import { beginner, type Subject } from './subject.ts';
import type { Exploration, ExploreOptions } from './types.ts';

/** Runs that the search for the simplest failure may take over all its levels. */
const MOST_RUNS = 5_000;

/**
 * The failing schedule with the fewest forced switches: all schedules without any are tried, then all with one, and so on (Musuvathi and
 * Qadeer, 2007). `proved` says that every level below was tried to its end, so that no failing schedule has fewer. Timers are
 * `patient` here only if they were in the exploration.
 */
export function simplestFailure(subject: Subject, options: ExploreOptions, isFailure: (run: Run) => boolean, known: Best | undefined): Exploration['simplest'] {
  let left = MOST_RUNS;
  const most = known?.preemptions ?? 3;
  for (let bound = 0; bound <= most; bound++) {
    const level = searchLevel(subject, options, isFailure, bound, left);
    left -= level.runs;
    if (level.found !== undefined) return { preemptions: bound, proved: true, schedule: level.found };
    if (!level.exhausted) break;
  }
  return known === undefined ? undefined : { ...known, proved: false };
}

function searchLevel(subject: Subject, options: ExploreOptions, isFailure: (run: Run) => boolean, bound: number, most: number): { runs: number; exhausted: boolean; found?: string } {
  const search = new Search({ naive: true, maxPreemptions: bound });
  const next = beginner(subject, runOptions(options));
  let found: string | undefined;
  for (let runs = 1; runs <= most; runs++) {
    const { run, main } = next();
    const isWhole = search.attempt(run, main);
    if (isWhole && isFailure(run)) {
      found = run.scheduleText();
      return { runs, exhausted: true, found };
    }
    if (!search.advance()) return { runs, exhausted: true };
  }
  return { runs: most, exhausted: false };
}
