import { park, requireCells, type Cells } from './cells.ts';

const FREE = 0;
const HELD = 1;
/** Held, and somebody may be asleep: who unlocks has to wake one. */
const AWAITED = 2;

/**
 * A lock whose waiters sleep until they are woken. Each worker makes its own `ParkingLock` over the same cell, which is 0 while the lock is free.
 *
 * Without contention, `lock` and `unlock` are one `Atomics` operation each, and nobody asks the operating system for anything. A waiter uses no core; the
 * price is two calls into the system for each sleep, some microseconds.
 *
 * Order: none is promised. `unlock` wakes the worker that has slept longest, but one that comes by at that moment may be faster. All that a holder wrote
 * is seen by the next.
 *
 * Semantics mirrored: https://www.akkadia.org/drepper/futex.pdf (Ulrich Drepper, Futexes Are Tricky, the second mutex, 2011). `Atomics.wait` is the futex.
 *
 * @rules lab#locks
 * @example
 * const cells = sharedCells(2);
 * const lock = new ParkingLock(cells, 0);
 * lock.lock();
 * try {
 *   cells[1] += 1;
 * } finally {
 *   lock.unlock();
 * }
 * console.log(cells[1], lock.parks); // 1 0
 */
export class ParkingLock {
  readonly #cells: Cells;
  readonly #at: number;
  #parks = 0;

  /** @throws TypeError, RangeError if the cell is not one that workers can share. */
  constructor(cells: Int32Array, at = 0) {
    this.#cells = requireCells('ParkingLock', cells, at, 1);
    this.#at = at;
  }

  /** Takes the lock if it is free. Does not wait. */
  tryLock(): boolean {
    return Atomics.compareExchange(this.#cells, this.#at, FREE, HELD) === FREE;
  }

  /**
   * Takes the lock. Sleeps until it is free. Not reentrant: who holds it and asks again sleeps for ever.
   *
   * @throws TypeError if it would have to sleep on the main thread of a page. Its holder keeps it.
   */
  lock(): void {
    if (this.tryLock()) return;
    // From here on the lock is taken as `AWAITED`: this worker cannot know whether others are asleep.
    while (Atomics.exchange(this.#cells, this.#at, AWAITED) !== FREE) {
      if (park(this.#cells, this.#at, AWAITED) !== 'not-equal') this.#parks++;
    }
  }

  /**
   * Gives the lock back and wakes one of those who sleep. Does not wait. As with Go's Mutex, any worker may do it.
   *
   * @throws Error if nobody holds it.
   */
  unlock(): void {
    const was = Atomics.exchange(this.#cells, this.#at, FREE);
    if (was === FREE) throw new Error('ParkingLock: unlock of an unlocked lock. Try: one unlock for each lock, in a finally block.');
    if (was === AWAITED) Atomics.notify(this.#cells, this.#at, 1);
  }

  /** How often this worker has gone to sleep. */
  get parks(): number {
    return this.#parks;
  }
}
