import { park, requireCells, type Cells } from './cells.ts';

/**
 * How many cells a `Gil` takes.
 *
 * Semantics mirrored: none; the layout is this library's own (2026-11).
 *
 * @rules lab#the-gil
 * @example
 * const cells = sharedCells(GIL_CELLS + 1);
 * const gil = new Gil(cells, 1);
 * gil.acquire();
 * console.log(gil.switches); // 1
 */
export const GIL_CELLS = 5;

const LOCKED = 0;
/** How often it has gone from one worker to another. */
const SWITCHES = 1;
/** 1 while somebody asks the holder to let go. */
const REQUEST = 2;
const LAST_HOLDER = 3;
const MEMBERS = 4;

/** How a `Gil` is passed on. */
export interface GilOptions {
  /** How long a waiter waits before it asks the holder to let go, in milliseconds: Python's `sys.setswitchinterval`. */
  readonly interval?: number;
}

/**
 * One lock that every worker has to hold while it computes: CPython's global interpreter lock. Each worker makes its own `Gil` over the same five cells,
 * all 0 at first.
 *
 * A waiter that has slept for the interval, during which the lock went to nobody, asks for it; the holder lets go at its next `checkpoint`, and does not
 * come back before another has had it. So of two that compute, each gets its turn; of one alone, nobody ever asks.
 *
 * Order: which of several waiters is next is left to the operating system. All that a holder wrote is seen by the next.
 *
 * Semantics mirrored: https://github.com/python/cpython/blob/3.14/Python/ceval_gil.c (CPython 3.14; `take_gil`, `drop_gil`, `FORCE_SWITCHING`). There the
 * checkpoint is the interpreter's, at calls and at the end of loops; here a program calls it.
 *
 * @rules lab#the-gil
 * @example
 * const gil = new Gil(sharedCells(GIL_CELLS));
 * gil.acquire();
 * let sum = 0;
 * for (let n = 1; n <= 4; n++) {
 *   sum += n;
 *   gil.checkpoint();
 * }
 * console.log(sum, gil.blocking(() => 'read')); // 10 read
 * gil.release();
 */
export class Gil {
  readonly #cells: Cells;
  readonly #at: number;
  readonly #me: number;
  readonly #interval: number;

  /**
   * @throws TypeError, RangeError if the cells are not ones that workers can share.
   * @throws RangeError if the interval is not positive.
   */
  constructor(cells: Int32Array, at = 0, { interval = 5 }: GilOptions = {}) {
    this.#cells = requireCells('Gil', cells, at, GIL_CELLS);
    if (!(interval > 0)) throw new RangeError(`Gil: switch interval must be strictly positive, and is ${interval}. It counts milliseconds.`);
    this.#at = at;
    this.#interval = interval;
    this.#me = Atomics.add(this.#cells, at + MEMBERS, 1) + 1;
  }

  /** Takes the GIL. Sleeps until it is free, and after each interval asks its holder to let go. Not reentrant. */
  acquire(): void {
    while (Atomics.compareExchange(this.#cells, this.#at + LOCKED, 0, 1) !== 0) {
      const switches = this.switches;
      const slept = park(this.#cells, this.#at + LOCKED, 1, this.#interval);
      // Who has just seen it change hands gives the new holder an interval of its own.
      if (slept === 'timed-out' && switches === this.switches && this.#load(LOCKED) === 1) this.#store(REQUEST, 1);
    }
    if (this.#load(LAST_HOLDER) !== this.#me) {
      this.#store(LAST_HOLDER, this.#me);
      Atomics.add(this.#cells, this.#at + SWITCHES, 1);
      Atomics.notify(this.#cells, this.#at + SWITCHES);
    }
    this.#store(REQUEST, 0);
  }

  /**
   * Gives the GIL back and wakes one who waits. If somebody has asked for it, waits until another has taken it: otherwise the same worker, which is awake
   * already, would nearly always be first to take it again.
   *
   * @throws Error if nobody holds it.
   */
  release(): void {
    const switches = this.switches;
    const isAsked = this.#load(REQUEST) === 1;
    if (Atomics.exchange(this.#cells, this.#at + LOCKED, 0) === 0) throw new Error('Gil: release of a GIL that nobody holds. Try: acquire it before, once for each release.');
    Atomics.notify(this.#cells, this.#at + LOCKED, 1);
    while (isAsked && this.switches === switches) park(this.#cells, this.#at + SWITCHES, switches);
  }

  /** Lets go and takes it again if somebody has asked, and says whether it did. Call it between pieces of computing; it costs one look. */
  checkpoint(): boolean {
    if (this.#load(REQUEST) === 0) return false;
    this.release();
    this.acquire();
    return true;
  }

  /** Gives the GIL back for as long as `wait` takes, as CPython does around a read, a write or a sleep. Returns what `wait` returns. */
  blocking<T>(wait: () => T): T {
    this.release();
    try {
      return wait();
    } finally {
      this.acquire();
    }
  }

  /** How often it has gone from one worker to another. */
  get switches(): number {
    return this.#load(SWITCHES);
  }

  #load(cell: number): number {
    return Atomics.load(this.#cells, this.#at + cell);
  }

  #store(cell: number, value: number): void {
    Atomics.store(this.#cells, this.#at + cell, value);
  }
}
