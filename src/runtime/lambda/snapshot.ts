import { borrow, kernel } from '#kernel';
import { collectHooks, type Hook } from './hooks.ts';

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

  /**
   * Runs the init phase for one environment, and what is to be done before the snapshot is taken. The first time, it is taken. Returns what
   * the phase made, and what is to be done after each restore.
   */
  restore<T>(init: () => T): { readonly made: T; readonly afterRestore: readonly Hook[] } {
    let next = 0;
    const chance = (random: () => number) => (): number => (this.#taken[next++] ??= random());
    return borrow(kernel(), { chance, now: this.#takenAt }, () => {
      const { made, beforeCheckpoint, afterRestore } = collectHooks(init);
      for (const hook of beforeCheckpoint.toReversed()) checkDone(hook());
      return { made, afterRestore };
    });
  }
}

function checkDone(result: unknown): void {
  if (typeof (result as { then?: unknown } | null | undefined)?.then === 'function') throw new TypeError('what is given to beforeCheckpoint does not wait: the snapshot is taken of what it leaves behind');
}
