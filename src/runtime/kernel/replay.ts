import { parseSchedule } from '#trace';
import { plainOrder, type Candidate, type Choice, type Strategy } from './strategy.ts';
import type { Task } from './task.ts';

/** A schedule that does not fit the program: it changed, or something outside the engine had a say. */
export class ReplayDivergedError extends Error {
  override readonly name = 'ReplayDivergedError';
  readonly step: number;

  constructor(step: number, wanted: string, possible: readonly string[]) {
    const can = possible.length === 0 ? 'nobody can' : `only ${possible.join(' and ')} can`;
    super(
      `replay went differently at step ${step}\n` +
        `  the schedule says ${wanted}, but ${can} go on\n` +
        `Why:    the schedule was made for another version of this program, or for another mode.\n` +
        `Try:    explore the program again, and replay one of the schedules that it gives.`,
    );
    this.step = step;
  }
}

/** A program that did something else when it was run the same way again. */
export class NotDeterministicError extends Error {
  override readonly name = 'NotDeterministicError';

  constructor(step: number, before: string) {
    super(
      `the program went differently when it was run the same way again\n` +
        `  at step ${step}: the time before, ${before}\n` +
        `Why:    something outside the engine chose: state that outlives a run, or a value that differs between runs.\n` +
        `Try:    keep all state inside the program, and take time and chance from the course library.`,
    );
  }
}

/** Follows a schedule string word by word; when it is used up, the plain order takes over. `finish` says whether the program was over before. */
export function replaying(schedule: string): Strategy & { finish(): void } {
  const words = parseSchedule(schedule);
  let word = 0;
  let done = 0;
  let step = 0;
  return {
    /** @throws ReplayDivergedError if the schedule goes on after the end of the program */
    finish() {
      const next = words[word];
      if (next !== undefined) throw new ReplayDivergedError(step + 1, next.task, []);
    },
    choose(candidates: readonly Candidate[], last: Task | undefined): Choice | undefined {
      const next = words[word];
      if (next === undefined) return plainOrder.choose(candidates, last);
      step++;
      const found = candidates.find((candidate) => candidate.task.name === next.task);
      const way = next.alternative ?? 0;
      if (found === undefined) throw new ReplayDivergedError(step, next.task, candidates.map((candidate) => candidate.task.name));
      if (way >= found.ways) throw new ReplayDivergedError(step, `${next.task}/${way}`, candidates.map((candidate) => (candidate.ways > 1 ? `${candidate.task.name}/0…${candidate.ways - 1}` : candidate.task.name)));
      if (++done >= next.count) {
        word++;
        done = 0;
      }
      return { task: found.task, way };
    },
  };
}
