import { checkFunction } from '#base';
import { ABOUT, kernel, LOCK, LOOK, Operation, ReadyOperation, refTo, SHARED, TRY_LOCK, UNLOCK, UNLOCK_FREE, type Access, type Shared, type Stamp, type TaskRef } from '#kernel';
import { RuntimeError } from './errors.ts';
import { lockTimeout, no, within } from './timed.ts';
import { withHeld, type Lockable } from './with.ts';

class AcquireOperation extends Operation<boolean> {
  readonly verb = 'acquire';
  readonly reason = 'Lock.acquire';
  readonly resource: Shared;
  readonly #lock: Lock;

  constructor(lock: Lock) {
    super();
    this.#lock = lock;
    this.resource = lock[SHARED];
  }

  ways(): number {
    return this.#lock.isHeld() ? 0 : 1;
  }

  perform(): boolean {
    return this.#lock.take(LOCK);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, LOCK);
  }

  override holder(): TaskRef | undefined {
    return this.#lock.holder();
  }
}

class TryOperation extends ReadyOperation<boolean> {
  readonly verb = 'acquire';
  readonly reason = 'Lock.acquire';
  readonly resource: Shared;
  readonly #lock: Lock;

  constructor(lock: Lock) {
    super();
    this.#lock = lock;
    this.resource = lock[SHARED];
  }

  perform(): boolean {
    return this.#lock.isHeld() ? this.#lock.fail() : this.#lock.take(TRY_LOCK);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, TRY_LOCK);
  }
}

/**
 * Python's `threading.Lock`: one thread holds it at a time. Not re-entrant, and any thread may release it.
 *
 * Order: a `release` happens before every later `acquire` of the same lock returns.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#lock-objects (3.14). Which waiting thread gets the lock is not
 * defined; the explorer tries each.
 *
 * @rules threading-locks#lock
 * @example
 * let balance = 0;
 * const lock = new Lock();
 * const deposit = () => lock.with(async () => { balance += 10; });
 * const threads = [1, 2].map(() => new Thread({ target: deposit }));
 * for (const thread of threads) thread.start();
 * for (const thread of threads) await thread.join();
 * console.log(balance); // 20
 */
export class Lock implements Lockable {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('lock');
  #holder: TaskRef | undefined;
  #held = false;
  #releasedAt: Stamp | undefined;

  /**
   * Waits until the lock is free, then holds it and returns true. With `blocking` false, or a `timeout` of 0, it never waits, and
   * returns whether it got the lock. With a `timeout` it waits at most so many seconds, and returns false if they were not enough:
   * look at the answer before you go on.
   *
   * @throws ValueError "can't specify a timeout for a non-blocking call", "timeout value must be a non-negative number"
   */
  acquire(blocking = true, timeout = -1): Promise<boolean> {
    const seconds = lockTimeout('Lock.acquire', blocking, timeout);
    return kernel().submit(seconds === 0 ? new TryOperation(this) : within(new AcquireOperation(this), LOOK, seconds, no));
  }

  /**
   * Lets the lock go. Does not wait.
   *
   * @throws RuntimeError "release unlocked lock"
   */
  release(): void {
    if (!this.#held) {
      kernel().touch(this[SHARED], UNLOCK_FREE);
      throw new RuntimeError('release unlocked lock');
    }
    this.letGo();
  }

  /** Whether some thread holds it now. Another thread may change that before you look at the answer. */
  locked(): boolean {
    kernel().touch(this[SHARED], LOOK);
    return this.#held;
  }

  /** Acquires, runs `body`, and releases however `body` ends: Python's `with lock:`. Returns what `body` returns. */
  with<R>(body: () => R): Promise<Awaited<R>> {
    checkFunction('with', body, 'lock.with(work)');
    return kernel().run(withHeld(this, body), 'with');
  }

  /** @internal */
  isHeld(): boolean {
    return this.#held;
  }

  /** @internal */
  holder(): TaskRef | undefined {
    return this.#holder;
  }

  /** @internal */
  take(access: Access): true {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.acquire(this.#releasedAt);
    this.#held = true;
    this.#holder = refTo(k.current());
    k.did('acquire', this[SHARED]);
    return true;
  }

  /** @internal Looked, and did not get it. */
  fail(): false {
    kernel().touch(this[SHARED], LOOK);
    kernel().did('acquire', this[SHARED], { note: 'failed' });
    return false;
  }

  /** @internal As CPython tells: somebody holds it. Who, a lock does not know. */
  isOwned(): boolean {
    kernel().touch(this[SHARED], LOOK);
    return this.#held;
  }

  /** @internal */
  letGo(): number {
    const k = kernel();
    k.touch(this[SHARED], UNLOCK);
    this.#held = false;
    this.#holder = undefined;
    k.did('release', this[SHARED]);
    this.#releasedAt = k.release();
    k.changed(this[SHARED]);
    return 1;
  }

  /** @internal */
  taking(): Operation<boolean> {
    return new AcquireOperation(this);
  }

  /** @internal */
  releasing(): Access {
    return UNLOCK;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'release') return { verb: 'release', access: UNLOCK };
    return method === 'locked' ? { verb: 'locked', access: LOOK } : undefined;
  }
}
