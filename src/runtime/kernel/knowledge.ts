import type { Stamp } from './kernel.ts';

/** What was known at a stamp. */
interface Known {
  readonly task: number;
  readonly epoch: number;
  readonly clock: readonly number[];
}

interface Before {
  readonly step: number;
  readonly task: number;
  readonly clock: readonly number[];
  readonly epoch: number;
}

const NOTHING: readonly number[] = [];

/**
 * Who knows of whom, by synchronisation: vector clocks. A task's own count, its epoch, is kept apart from what it knows of others, so
 * that tasks which never hear of one another cost nothing. It goes up whenever others may come to know of what the task did.
 *
 * Clocks are never changed once made. It can be cut back to any step, for runs that share their beginning.
 */
export class Knowledge {
  readonly #clocks: (readonly number[])[] = [];
  readonly #epochs: number[] = [];
  /** By step, in the order in which they were made. */
  readonly #stamps: Known[][] = [];
  readonly #undo: Before[] = [];

  epochOf(task: number): number {
    return this.#epochs[task] ?? 1;
  }

  /** Whether `task` knows of what `other` did in `epoch`. */
  knows(task: number, other: number, epoch: number): boolean {
    return ((this.#clocks[task] ?? NOTHING)[other] ?? 0) >= epoch;
  }

  /** All that `task` has done up to now is in a stamp. What it does from here on is not. */
  release(step: number, task: number): void {
    (this.#stamps[step] ??= []).push({ task, epoch: this.epochOf(task), clock: this.#clocks[task] ?? NOTHING });
    this.#set(step, task, this.#clocks[task] ?? NOTHING, this.epochOf(task) + 1);
  }

  acquire(step: number, task: number, stamp: Stamp): void {
    const known: Known[] = [];
    for (let at: Stamp | undefined = stamp; at !== undefined; at = at.before) {
      const one = this.#stamps[at.at]?.[at.nth];
      if (one !== undefined) known.push(one);
    }
    this.#learn(step, task, known);
  }

  /** `child` knows at birth all that its parent did up to now. */
  birth(step: number, parent: number, child: number): void {
    this.#learn(step, child, [{ task: parent, epoch: this.epochOf(parent), clock: this.#clocks[parent] ?? NOTHING }]);
    this.#set(step, parent, this.#clocks[parent] ?? NOTHING, this.epochOf(parent) + 1);
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    if (this.#stamps.length > length) this.#stamps.length = length;
    for (let before = this.#undo.at(-1); before !== undefined && before.step >= length; before = this.#undo.at(-1)) {
      this.#undo.pop();
      this.#clocks[before.task] = before.clock;
      this.#epochs[before.task] = before.epoch;
    }
  }

  /** A clock is copied once, however many stamps there are. */
  #learn(step: number, task: number, stamps: readonly Known[]): void {
    const own = this.#clocks[task] ?? NOTHING;
    let joined: number[] | undefined;
    for (const { task: other, epoch, clock } of stamps) {
      for (let id = 0; id <= clock.length; id++) {
        const of = id < clock.length ? id : other;
        const value = id < clock.length ? (clock[id] as number) : epoch;
        if (of === task || ((joined ?? own)[of] ?? 0) >= value) continue;
        joined ??= own.slice();
        while (joined.length < of) joined.push(0);
        joined[of] = value;
      }
    }
    if (joined !== undefined) this.#set(step, task, joined, this.epochOf(task));
  }

  #set(step: number, task: number, clock: readonly number[], epoch: number): void {
    this.#undo.push({ step, task, clock: this.#clocks[task] ?? NOTHING, epoch: this.epochOf(task) });
    this.#clocks[task] = clock;
    this.#epochs[task] = epoch;
  }
}
