import { checkFunction } from '#base';
import { ABOUT, kernel, LOCK, LOOK, Operation, ReadyOperation, refTo, SHARED, TRY_LOCK, UNLOCK, type Access, type Shared, type Stamp, type TaskRef } from '#kernel';
import { needCaller } from './caller.ts';
import { RuntimeError } from './errors.ts';
import { lockTimeout, no, within } from './timed.ts';
import { withHeld, type Lockable } from './with.ts';

const INSTEAD = 'use a Lock, whose holder nobody asks for, and split what needs it twice into a part that locks and a part that is called with the lock held; new Condition(new Lock()) for a condition.';

class AcquireOperation extends Operation<boolean> {
  readonly verb = 'acquire';
  readonly reason = 'RLock.acquire';
  readonly resource: Shared;
  readonly #lock: RLock;
  readonly #depth: number;

  constructor(lock: RLock, depth: number) {
    super();
    this.#lock = lock;
    this.#depth = depth;
    this.resource = lock[SHARED];
  }

  ways(): number {
    return this.#lock.isFreeFor(this.owner) ? 1 : 0;
  }

  perform(): boolean {
    return this.#lock.take(LOCK, this.#depth);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    if (this.#lock.holder()?.id !== this.owner?.id) touch(this.resource, LOCK);
  }

  override holder(): TaskRef | undefined {
    return this.#lock.holder();
  }
}

class TryOperation extends ReadyOperation<boolean> {
  readonly verb = 'acquire';
  readonly reason = 'RLock.acquire';
  readonly resource: Shared;
  readonly #lock: RLock;

  constructor(lock: RLock) {
    super();
    this.#lock = lock;
    this.resource = lock[SHARED];
  }

  perform(): boolean {
    return this.#lock.isFreeFor(kernel().current()) ? this.#lock.take(TRY_LOCK, 1) : this.#lock.fail();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    if (this.#lock.holder()?.id !== this.owner?.id) touch(this.resource, TRY_LOCK);
  }
}

/**
 * Python's `threading.RLock`: a lock that the thread which holds it may acquire again. It is free once it was released as often as it
 * was acquired, and only its holder can release it.
 *
 * Order: the last `release` happens before every later `acquire` by another thread returns.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#rlock-objects (3.14, with its `locked`). Which waiting thread
 * gets it is not defined; the explorer tries each.
 *
 * @rules threading-locks#rlock
 * @example
 * const lock = new RLock();
 * await lock.with(() => lock.with(() => {
 *   console.log('a Lock would wait for itself'); // a Lock would wait for itself
 * }));
 */
export class RLock implements Lockable {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('lock');
  #holder: TaskRef | undefined;
  #depth = 0;
  #releasedAt: Stamp | undefined;

  /**
   * Waits until no other thread holds the lock, then holds it, once more than before, and returns true. With `blocking` false, or a
   * `timeout` of 0, it never waits, and returns whether it got the lock. With a `timeout` it waits at most so many seconds, and returns
   * false if they were not enough.
   *
   * @throws ValueError "can't specify a timeout for a non-blocking call", "timeout value must be a non-negative number"
   */
  acquire(blocking = true, timeout = -1): Promise<boolean> {
    needCaller('RLock', INSTEAD);
    const seconds = lockTimeout('RLock.acquire', blocking, timeout);
    return kernel().submit(seconds === 0 ? new TryOperation(this) : within(new AcquireOperation(this, 1), LOOK, seconds, no));
  }

  /**
   * Takes back one `acquire`; after the last, the lock is free. Does not wait.
   *
   * @throws RuntimeError "cannot release un-acquired lock" if this thread does not hold it
   */
  release(): void {
    if (!this.#isMine()) throw new RuntimeError('cannot release un-acquired lock');
    if (this.#depth > 1) this.#depth--;
    else this.letGo();
  }

  /** Whether some thread holds it now. Another thread may change that before you look at the answer. */
  locked(): boolean {
    kernel().touch(this[SHARED], LOOK);
    return this.#depth > 0;
  }

  /** Acquires, runs `body`, and releases however `body` ends: Python's `with lock:`. Returns what `body` returns. */
  with<R>(body: () => R): Promise<Awaited<R>> {
    needCaller('RLock', INSTEAD);
    checkFunction('with', body, 'lock.with(work)');
    return kernel().run(withHeld(this, body), 'with');
  }

  /** @internal */
  holder(): TaskRef | undefined {
    return this.#holder;
  }

  /** @internal */
  isFreeFor(task: TaskRef | undefined): boolean {
    return this.#holder === undefined || this.#holder.id === task?.id;
  }

  /** @internal That it is held again by its holder concerns nobody else. */
  take(access: Access, depth: number): true {
    const k = kernel();
    if (this.#depth === 0) {
      k.touch(this[SHARED], access);
      k.acquire(this.#releasedAt);
      this.#holder = refTo(k.current());
      k.did('acquire', this[SHARED]);
    }
    this.#depth += depth;
    return true;
  }

  /** @internal Looked, and did not get it. */
  fail(): false {
    kernel().touch(this[SHARED], LOOK);
    kernel().did('acquire', this[SHARED], { note: 'failed' });
    return false;
  }

  /** @internal */
  isOwned(): boolean {
    return this.#isMine();
  }

  /** @internal */
  letGo(): number {
    const k = kernel();
    const depth = this.#depth;
    k.touch(this[SHARED], UNLOCK);
    this.#depth = 0;
    this.#holder = undefined;
    k.did('release', this[SHARED]);
    this.#releasedAt = k.release();
    k.changed(this[SHARED]);
    return depth;
  }

  /** @internal */
  taking(depth: number): Operation<boolean> {
    return new AcquireOperation(this, depth);
  }

  /** @internal */
  releasing(): Access {
    return UNLOCK;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    // Nobody else notices a release that is not the last, or that fails.
    if (method === 'release') return this.#isMine() && this.#depth === 1 ? { verb: 'release', access: UNLOCK } : undefined;
    return method === 'locked' ? { verb: 'locked', access: LOOK } : undefined;
  }

  #isMine(): boolean {
    needCaller('RLock', INSTEAD);
    return this.#depth > 0 && this.#holder?.id === kernel().current().id;
  }
}
