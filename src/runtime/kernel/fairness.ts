import { DEFAULT_MAX_STEPS, type RunOptions } from './run-options.ts';
import { isTimer, type Candidate } from './strategy.ts';
import type { Task } from './task.ts';

/**
 * Whether a run passed over a task that could have gone on, for half of all the steps that it may take. No real scheduler does that, so
 * such a run that comes to no end says nothing about the program. Timers may always be late.
 */
export class Fairness {
  readonly #patience: number;
  #starved = false;

  constructor({ maxSteps = DEFAULT_MAX_STEPS }: RunOptions) {
    this.#patience = maxSteps / 2;
  }

  /** `task` takes step number `step`. */
  takes(task: Task, step: number): void {
    if (step - task.steppedAt > this.#patience && task.operation?.canWait === false) this.#starved = true;
    task.steppedAt = step;
  }

  /** Whether the run, stopped after so many steps, was unfair to any task, or is still to one that can go on. */
  isBroken(steps: number, candidates: readonly Candidate[], last: Task): boolean {
    return this.#starved || candidates.some(({ task }) => task !== last && !isTimer(task) && steps - task.steppedAt > this.#patience);
  }
}
