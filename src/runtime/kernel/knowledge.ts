import { Clock } from './clock.ts';
import type { Stamp } from './kernel.ts';

/**
 * Who knows of whom, by synchronisation: vector clocks. A task's own count, its epoch, is kept apart from what it knows of others, so
 * that tasks which never hear of one another cost nothing. It goes up whenever others may come to know of what the task did.
 *
 * It can be cut back to any step, for runs that share their beginning. Its lists never get shorter: what counts is how much of them is in use.
 */
export class Knowledge {
  readonly #clocks: Clock[] = [];
  readonly #epochs: number[] = [];
  /** By stamp: whose it is, and what was known; by step: how many stamps there were before it. */
  readonly #stampTasks: number[] = [];
  readonly #stampEpochs: number[] = [];
  readonly #stampClocks: Clock[] = [];
  #stampCount = 0;
  readonly #stampsBefore: number[] = [];
  #steps = 0;
  /** How to take back each change, one entry in each list. */
  #changes = 0;
  readonly #changedIn: number[] = [];
  readonly #changed: number[] = [];
  readonly #clocksBefore: Clock[] = [];
  readonly #epochsBefore: number[] = [];

  epochOf(task: number): number {
    return this.#epochs[task] ?? 1;
  }

  /** Whether `task` knows of what `other` did in `epoch`. */
  knows(task: number, other: number, epoch: number): boolean {
    return this.#clockOf(task).of(other) >= epoch;
  }

  /** All that `task` has done up to now is in a stamp. What it does from here on is not. */
  release(step: number, task: number): void {
    for (; this.#steps <= step; this.#steps++) this.#stampsBefore[this.#steps] = this.#stampCount;
    const clock = this.#clockOf(task);
    const epoch = this.epochOf(task);
    this.#stampTasks[this.#stampCount] = task;
    this.#stampEpochs[this.#stampCount] = epoch;
    this.#stampClocks[this.#stampCount++] = clock;
    this.#set(step, task, clock, epoch + 1);
  }

  acquire(step: number, task: number, stamp: Stamp): void {
    let clock = this.#clockOf(task);
    for (let at: Stamp | undefined = stamp; at !== undefined; at = at.before) {
      // Before the first step there are none.
      if (at.at < 0) continue;
      const number = (this.#stampsBefore[at.at] as number) + at.nth;
      clock = clock.join(this.#stampClocks[number] as Clock).with(this.#stampTasks[number] as number, this.#stampEpochs[number] as number);
    }
    if (clock !== this.#clockOf(task)) this.#set(step, task, clock, this.epochOf(task));
  }

  /** `child` knows at birth all that its parent did up to now. */
  birth(step: number, parent: number, child: number): void {
    const clock = this.#clockOf(parent);
    const epoch = this.epochOf(parent);
    this.#set(step, child, clock.with(parent, epoch), this.epochOf(child));
    this.#set(step, parent, clock, epoch + 1);
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    if (length < this.#steps) {
      this.#steps = length;
      this.#stampCount = this.#stampsBefore[length] as number;
    }
    while (this.#changes > 0 && (this.#changedIn[this.#changes - 1] as number) >= length) {
      const change = --this.#changes;
      const task = this.#changed[change] as number;
      this.#clocks[task] = this.#clocksBefore[change] as Clock;
      this.#epochs[task] = this.#epochsBefore[change] as number;
    }
  }

  #clockOf(task: number): Clock {
    return this.#clocks[task] ?? Clock.ZERO;
  }

  #set(step: number, task: number, clock: Clock, epoch: number): void {
    const change = this.#changes++;
    this.#changedIn[change] = step;
    this.#changed[change] = task;
    this.#clocksBefore[change] = this.#clockOf(task);
    this.#epochsBefore[change] = this.epochOf(task);
    while (this.#clocks.length <= task) {
      this.#clocks.push(Clock.ZERO);
      this.#epochs.push(1);
    }
    this.#clocks[task] = clock;
    this.#epochs[task] = epoch;
  }
}
