import { borrowChance, kernel } from '#kernel';

/**
 * What SnapStart keeps of an init phase: every environment is restored from one snapshot, so what the phase took from chance is the same
 * in all of them.
 */
export class Snapshot {
  readonly #taken: number[] = [];

  /** Runs the init phase for one environment. The first time, the snapshot is taken. */
  restore<T>(init: () => T): T {
    let next = 0;
    return borrowChance(kernel(), (random) => () => (this.#taken[next++] ??= random()), init);
  }
}
