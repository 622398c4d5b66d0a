import { requireCells, type Cells } from './cells.ts';

const FREE = 0;
const HELD = 1;

/** Tells the core that this is a waiting loop, where the language can say so. */
const breathe: () => void = typeof Atomics === 'object' && typeof Atomics.pause === 'function' ? () => Atomics.pause() : () => {};

/**
 * A lock whose waiters keep asking. Each worker makes its own `SpinLock` over the same cell, which is 0 while the lock is free.
 *
 * Good for sections of a few hundred nanoseconds, with no more workers than cores. A waiter uses up its core; and if the holder has no core, all of
 * them turn for nothing until it gets one back.
 *
 * Order: none is promised. Who comes back at once often takes the lock again, and a waiter can go hungry. All that a holder wrote is seen by the next.
 *
 * Semantics mirrored: https://dl.acm.org/doi/10.1145/773453.808203 (test and test-and-set, Rudolph and Segall, 1984).
 *
 * @rules lab#locks
 * @example
 * const cells = sharedCells(2);
 * const lock = new SpinLock(cells, 0);
 * lock.lock();
 * try {
 *   cells[1] += 1;
 * } finally {
 *   lock.unlock();
 * }
 * console.log(cells[1], lock.tryLock(), lock.tryLock()); // 1 true false
 */
export class SpinLock {
  readonly #cells: Cells;
  readonly #at: number;
  #looks = 0;

  /** @throws TypeError, RangeError if the cell is not one that workers can share. */
  constructor(cells: Int32Array, at = 0) {
    this.#cells = requireCells('SpinLock', cells, at, 1);
    this.#at = at;
  }

  /** Takes the lock if it is free. Does not wait. */
  tryLock(): boolean {
    return Atomics.compareExchange(this.#cells, this.#at, FREE, HELD) === FREE;
  }

  /** Takes the lock. Waits until it is free, asking all the time. Not reentrant: who holds it and asks again turns for ever. */
  lock(): void {
    while (!this.tryLock()) {
      // To look changes nothing, so every waiter's core can keep a copy of the cell; only a free lock is worth a fight.
      do {
        this.#looks++;
        breathe();
      } while (Atomics.load(this.#cells, this.#at) !== FREE);
    }
  }

  /**
   * Gives the lock back. Does not wait. As with Go's Mutex, any worker may do it.
   *
   * @throws Error if nobody holds it.
   */
  unlock(): void {
    if (Atomics.exchange(this.#cells, this.#at, FREE) === FREE)
      throw new Error('SpinLock: unlock of an unlocked lock. Try: one unlock for each lock, in a finally block.');
  }

  /** How often this worker has looked in vain: what its waiting has cost. */
  get looks(): number {
    return this.#looks;
  }
}
