import { checkFunction, quote } from '#base';
import { ABOUT, kernel, Operation, ReadyOperation, SHARED, type Access, type Shared, type Stamp } from '#kernel';
import { ValueError } from './errors.ts';
import { atLeastZero, no, within } from './timed.ts';
import { withHeld } from './with.ts';

/**
 * Bits: 1 acquire, 2 release, 4 looked and found nothing. Which of them commute depends on how much is free, so none do.
 */
const ACQUIRE: Access = { bit: 1, after: 1 | 2 | 4, races: 1 | 2 | 4 };
const RELEASE: Access = { bit: 2, after: 1 | 2 | 4, races: 1 | 2 | 4 };
const LOOK: Access = { bit: 4, after: 1 | 2, races: 1 | 2 };

class AcquireOperation extends Operation<boolean> {
  readonly verb = 'acquire';
  readonly reason: string;
  readonly resource: Shared;
  readonly #semaphore: Semaphore;

  constructor(semaphore: Semaphore) {
    super();
    this.#semaphore = semaphore;
    this.reason = `${semaphore.constructor === BoundedSemaphore ? 'BoundedSemaphore' : 'Semaphore'}.acquire`;
    this.resource = semaphore[SHARED];
  }

  ways(): number {
    return this.#semaphore.isFree() ? 1 : 0;
  }

  perform(): boolean {
    return this.#semaphore.take(ACQUIRE);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, ACQUIRE);
  }
}

class TryOperation extends ReadyOperation<boolean> {
  readonly verb = 'acquire';
  readonly reason = 'Semaphore.acquire';
  readonly resource: Shared;
  readonly #semaphore: Semaphore;

  constructor(semaphore: Semaphore) {
    super();
    this.#semaphore = semaphore;
    this.resource = semaphore[SHARED];
  }

  perform(): boolean {
    return this.#semaphore.isFree() ? this.#semaphore.take(ACQUIRE) : this.#semaphore.fail();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, ACQUIRE);
  }
}

/**
 * Python's `threading.Semaphore`: a number that `release` raises and `acquire` lowers, never below zero: who finds zero waits.
 *
 * Any thread may release, whether it acquired or not: one `release` too many, and there is room for one more than there should be. A
 * `BoundedSemaphore` notices.
 *
 * Order: a `release` happens before the `acquire` that it makes possible returns.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#semaphore-objects (3.14). Which waiting thread goes on is not
 * defined; the explorer tries each.
 *
 * @rules threading-locks#semaphore
 * @example
 * const connections = new Semaphore(2);
 * await connections.acquire();
 * await connections.acquire();
 * console.log(await connections.acquire(false)); // false
 * connections.release();
 * console.log(await connections.acquire(false)); // true
 */
export class Semaphore {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('semaphore');
  /** What is free: when it became so, or undefined for what was free from the start. The next `acquire` takes the first. */
  readonly #free: (Stamp | undefined)[];

  /** @throws ValueError "semaphore initial value must be >= 0" */
  constructor(value = 1) {
    checkCount('Semaphore', value);
    if (value < 0) throw new ValueError('semaphore initial value must be >= 0');
    this.#free = new Array<undefined>(value).fill(undefined);
  }

  /**
   * Takes one, and returns true. Waits while there is none. With `blocking` false, or a `timeout` of 0, it never waits, and returns
   * whether it got one. With a `timeout` it waits at most so many seconds, and returns false if they were not enough.
   *
   * @throws ValueError "can't specify timeout for non-blocking acquire"
   */
  acquire(blocking = true, timeout?: number): Promise<boolean> {
    if (!blocking && timeout !== undefined) throw new ValueError("can't specify timeout for non-blocking acquire");
    const seconds = blocking ? atLeastZero('Semaphore.acquire', timeout) : 0;
    return kernel().submit(seconds === 0 ? new TryOperation(this) : within(new AcquireOperation(this), LOOK, seconds, no));
  }

  /**
   * Gives `n` back, and lets as many go on who wait. Does not wait.
   *
   * @throws ValueError "n must be one or more"
   */
  release(n = 1): void {
    checkCount('release', n);
    if (n < 1) throw new ValueError('n must be one or more');
    const k = kernel();
    k.touch(this[SHARED], RELEASE);
    this.give(n);
  }

  /** Acquires one, runs `body`, and releases it however `body` ends: Python's `with semaphore:`. Returns what `body` returns. */
  with<R>(body: () => R): Promise<Awaited<R>> {
    checkFunction('with', body, 'semaphore.with(work)');
    return kernel().run(withHeld(this, body), 'with');
  }

  /** @internal */
  isFree(): boolean {
    return this.#free.length > 0;
  }

  /** @internal */
  get free(): number {
    return this.#free.length;
  }

  /** @internal */
  take(access: Access): true {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.acquire(this.#free.shift());
    k.did('acquire', this[SHARED], { note: `${this.#free.length} left` });
    return true;
  }

  /** @internal Looked, and found none. */
  fail(): false {
    kernel().touch(this[SHARED], LOOK);
    kernel().did('acquire', this[SHARED], { note: 'failed' });
    return false;
  }

  /** @internal */
  give(n: number): void {
    const k = kernel();
    k.did('release', this[SHARED], { note: `${this.#free.length + n} left` });
    const stamp = k.release();
    for (let i = 0; i < n; i++) this.#free.push(stamp);
    k.changed(this[SHARED]);
  }

  /** @internal */
  taking(): Operation<boolean> {
    return new AcquireOperation(this);
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'release' ? { verb: 'release', access: RELEASE } : undefined;
  }
}

/**
 * Python's `threading.BoundedSemaphore`: a `Semaphore` that never holds more than at the start. It tells a `release` without an `acquire`
 * from one that is due, as far as the numbers show it.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.BoundedSemaphore (3.14).
 *
 * @rules threading-locks#semaphore
 * @example
 * const connections = new BoundedSemaphore(1);
 * await connections.acquire();
 * connections.release();
 * connections.release(); // throws: ValueError: Semaphore released too many times
 */
export class BoundedSemaphore extends Semaphore {
  readonly #most: number;

  constructor(value = 1) {
    super(value);
    this.#most = value;
  }

  /** @throws ValueError "n must be one or more", "Semaphore released too many times" */
  override release(n = 1): void {
    checkCount('release', n);
    if (n < 1) throw new ValueError('n must be one or more');
    kernel().touch(this[SHARED], RELEASE);
    if (this.free + n > this.#most) throw new ValueError('Semaphore released too many times');
    this.give(n);
  }
}

function checkCount(name: string, n: number): void {
  if (!Number.isInteger(n)) throw new TypeError(`${name} takes a whole number, not ${quote(n)}`);
}
