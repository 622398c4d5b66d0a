import type { Run, RunOptions } from '#kernel';
import { parseSchedule } from '#trace';
import { Collector } from './collector.ts';
import { Search } from './dpor.ts';
import { endsBadly } from './ends-badly.ts';
import { reaches } from './goal.ts';
import { simplestFailure } from './simplest.ts';
import { beginner, type Subject } from './subject.ts';
import type { Exploration, ExploreOptions } from './types.ts';
import { walk } from './walk.ts';

export const DEFAULT_MAX_RUNS = 20_000;

/**
 * Runs `subject` in every order of its steps that could matter, and returns what happened in each.
 *
 * Two steps of different tasks are *independent* if swapping them changes nothing. Orders that differ only by swapping independent
 * neighbours are one order. With the strategy `dpor`, the default, one of each is run; `naive` runs every interleaving; `random` and
 * `pct` sample.
 *
 * What the result means: with `complete` true, every outcome, deadlock, leak and race that some order can reach is in it. With
 * `complete` false, a limit ended the search: what was found is real, what was not found may still be there.
 *
 * What the program must do: come to an end within `maxSteps` in every order, and take its choices from the engine only.
 *
 * What is not covered: reordering by processors and compilers. All tasks see one memory, in which a step is visible once taken.
 */
export function explore(subject: Subject, options: ExploreOptions = {}, { isFailure = failureBy(options), now = () => 0, maxMs = Infinity }: { isFailure?: (run: Run) => boolean; now?: () => number; /** Stop after so long by `now`, and keep what was found. */ maxMs?: number } = {}): Exploration {
  const started = now();
  const collector = new Collector();
  const isLate = () => now() - started > maxMs;
  const complete = options.strategy === 'random' || options.strategy === 'pct' ? walk(subject, options, collector, isFailure) : search(subject, options, collector, isFailure, isLate);
  const raceOnly = options.goal === undefined && collector.failures === 0 && collector.hasRaces;
  const simplest = collector.failures > 0 || raceOnly
    ? simplestFailure(subject, options, raceOnly ? (run) => run.races.length > 0 : isFailure, collector.best(raceOnly), { isLate, tried: collector.runs, failures: collector.failures })
    : undefined;
  return { ...collector.report(), complete, mode: options.mode ?? 'preemptive', ...(simplest === undefined ? {} : { simplest }), ...(options.goal === undefined ? {} : { reached: collector.failures }), ms: Math.round((now() - started) * 10) / 10 };
}

/** A run of so many steps takes far longer than a look at the clock. */
const LONG = 500;

function search(subject: Subject, options: ExploreOptions, collector: Collector, isFailure: (run: Run) => boolean, isLate: () => boolean): boolean {
  const searching = new Search({ naive: options.strategy === 'naive', maxPreemptions: options.maxPreemptions, begin: beginOf(options) });
  const maxRuns = options.maxRuns ?? DEFAULT_MAX_RUNS;
  const next = beginner(subject, runOptions(options));
  for (let runs = 1; ; runs++) {
    const { run, main } = next();
    if (searching.attempt(run, main)) collector.add(run, isFailure(run), searching.preemptions);
    else collector.addBlocked();
    if (searching.wasCut) collector.addCut();
    // The first ones each: a single run of a large load may take seconds on a slow machine.
    if (runs % 16 === 0 || runs < 16) options.onProgress?.({ runs, failures: collector.failures, estimate: Math.round(runs / Math.max(searching.progress(), 1e-9)) });
    if (!searching.advance()) return !collector.isLimited;
    // The clock costs little beside a long run.
    if (runs >= maxRuns || ((runs % 16 === 0 || run.steps > LONG) && isLate())) return false;
  }
}

export function runOptions(options: ExploreOptions): RunOptions {
  return {
    mode: options.mode ?? 'preemptive',
    timers: options.timers ?? 'any',
    ...(options.cores === undefined ? {} : { cores: options.cores }),
    ...(options.freeThreaded === undefined ? {} : { freeThreaded: options.freeThreaded }),
    ...(options.maxSteps === undefined ? {} : { maxSteps: options.maxSteps }),
    ...(options.observeOutput === undefined ? {} : { observeOutput: options.observeOutput }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  };
}

/** The steps that every order has to begin with. */
export const beginOf = ({ begin }: ExploreOptions) => (begin === undefined ? undefined : parseSchedule(begin));

const failureBy = ({ goal }: ExploreOptions): ((run: Run) => boolean) => (goal === undefined ? endsBadly : (run) => reaches(run, goal));
