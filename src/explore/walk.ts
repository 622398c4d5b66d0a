import { randomFrom } from '#base';
import type { Candidate, Choice, Run, Strategy, Task } from '#kernel';
import type { Collector } from './collector.ts';
import { runOptions } from './explore.ts';
import { beginner, type Subject } from './subject.ts';
import type { ExploreOptions } from './types.ts';

/** Samples orders instead of trying them all: for programs that are too large. Never complete. */
export function walk(subject: Subject, options: ExploreOptions, collector: Collector, isFailure: (run: Run) => boolean): false {
  const random = randomFrom(options.seed ?? 1);
  const maxRuns = options.maxRuns ?? 1_000;
  let longest = 1;
  const next = beginner(subject, runOptions(options));
  for (let runs = 1; runs <= maxRuns; runs++) {
    const { run, main } = next();
    const strategy = options.strategy === 'pct' ? priorities(random, 3, longest) : coinFlips(random);
    if (run.go(main, strategy)) collector.add(run, isFailure(run), run.forcedSwitches);
    longest = Math.max(longest, run.steps);
    if (runs % 256 === 0) options.onProgress?.({ runs, failures: collector.failures, estimate: maxRuns });
  }
  return false;
}

/** Every task that can go on is as likely as any other. */
export function coinFlips(random: () => number): Strategy {
  return {
    choose(candidates) {
      const candidate = candidates[Math.floor(random() * candidates.length)] as Candidate;
      return { task: candidate.task, way: Math.floor(random() * candidate.ways) };
    },
  };
}

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, 2010): tasks get random priorities, the highest that
 * can go on goes, and at `depth − 1` random steps the task that goes falls to the lowest.
 */
export function priorities(random: () => number, depth: number, steps: number): Strategy {
  const priority = new Map<Task, number>();
  const drops = new Set(Array.from({ length: depth - 1 }, () => Math.floor(random() * steps)));
  let step = 0;
  return {
    choose(candidates): Choice {
      for (const { task } of candidates) if (!priority.has(task)) priority.set(task, 1 + random());
      const highest = (): Candidate => candidates.reduce((a, b) => ((priority.get(b.task) ?? 0) > (priority.get(a.task) ?? 0) ? b : a));
      if (drops.has(step++)) priority.set(highest().task, random() - step);
      const candidate = highest();
      return { task: candidate.task, way: Math.floor(random() * candidate.ways) };
    },
  };
}
