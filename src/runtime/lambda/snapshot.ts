import { borrow, kernel } from '#kernel';

/**
 * What SnapStart keeps of an init phase: every environment is restored from one snapshot, so what the phase took from chance is the same
 * in all of them, and what it read off the clock is the time at which the version was published.
 */
export class Snapshot {
  readonly #taken: number[] = [];
  readonly #takenAt: number;

  constructor(now: number) {
    this.#takenAt = now;
  }

  /** Runs the init phase for one environment. The first time, the snapshot is taken. */
  restore<T>(init: () => T): T {
    let next = 0;
    const chance = (random: () => number) => (): number => (this.#taken[next++] ??= random());
    return borrow(kernel(), { chance, now: this.#takenAt }, init);
  }
}
