import { cutTo } from '#base';
import { Clock } from './clock.ts';
import type { Stamp } from './kernel.ts';

/** What was known at a stamp. */
interface Known {
  readonly task: number;
  readonly epoch: number;
  readonly clock: Clock;
}

/**
 * Who knows of whom, by synchronisation: vector clocks. A task's own count, its epoch, is kept apart from what it knows of others, so
 * that tasks which never hear of one another cost nothing. It goes up whenever others may come to know of what the task did.
 *
 * It can be cut back to any step, for runs that share their beginning.
 */
export class Knowledge {
  readonly #clocks: Clock[] = [];
  readonly #epochs: number[] = [];
  /** By step, in the order in which they were made. */
  readonly #stamps: (Known[] | undefined)[] = [];
  /** How to take back each change, one entry in each list. */
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
    while (this.#stamps.length <= step) this.#stamps.push(undefined);
    const known = { task, epoch: this.epochOf(task), clock: this.#clockOf(task) };
    const stamps = this.#stamps[step];
    if (stamps === undefined) this.#stamps[step] = [known];
    else stamps.push(known);
    this.#set(step, task, known.clock, known.epoch + 1);
  }

  acquire(step: number, task: number, stamp: Stamp): void {
    let clock = this.#clockOf(task);
    for (let at: Stamp | undefined = stamp; at !== undefined; at = at.before) {
      const known = this.#stamps[at.at]?.[at.nth];
      if (known !== undefined) clock = clock.join(known.clock).with(known.task, known.epoch);
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
    cutTo(this.#stamps, length);
    while (this.#changed.length > 0 && (this.#changedIn[this.#changed.length - 1] as number) >= length) {
      this.#changedIn.pop();
      const task = this.#changed.pop() as number;
      this.#clocks[task] = this.#clocksBefore.pop() as Clock;
      this.#epochs[task] = this.#epochsBefore.pop() as number;
    }
  }

  #clockOf(task: number): Clock {
    return this.#clocks[task] ?? Clock.ZERO;
  }

  #set(step: number, task: number, clock: Clock, epoch: number): void {
    this.#changedIn.push(step);
    this.#changed.push(task);
    this.#clocksBefore.push(this.#clockOf(task));
    this.#epochsBefore.push(this.epochOf(task));
    while (this.#clocks.length <= task) {
      this.#clocks.push(Clock.ZERO);
      this.#epochs.push(1);
    }
    this.#clocks[task] = clock;
    this.#epochs[task] = epoch;
  }
}
