import { ABOUT, Call, kernel, LOCK, LOOK, Operation, SHARED, TRY_LOCK, UNLOCK, UNLOCK_FREE, type Access, type Body, type Shared, type Stamp, type TaskRef } from '#kernel';

/** What CPython raises for `release` of an unlocked lock. */
export class ThreadError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RuntimeError';
  }
}

class AcquireOperation extends Operation<boolean> {
  readonly verb = 'acquire';
  readonly reason = 'Lock.acquire';
  readonly resource: Shared;
  readonly #lock: Lock;

  readonly #blocking: boolean;

  constructor(lock: Lock, blocking = true) {
    super();
    this.#lock = lock;
    this.#blocking = blocking;
    this.resource = lock[SHARED];
  }

  ways(): number {
    return this.#blocking && this.#lock.isHeld() ? 0 : 1;
  }

  perform(): boolean {
    if (!this.#lock.isHeld()) return this.#lock.take(this.#blocking ? LOCK : TRY_LOCK);
    kernel().touch(this.resource, LOOK);
    kernel().did('acquire', this.resource, { note: 'failed' });
    return false;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#blocking ? LOCK : TRY_LOCK);
  }

  override holder(): TaskRef | undefined {
    return this.#lock.holder();
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
 * @example
 * const lock = new Lock();
 * await lock.with(async () => { balance += 10; }); // Python: with lock: balance += 10
 */
export class Lock {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('lock');
  #holder: TaskRef | undefined;
  #held = false;
  #releasedAt: Stamp | undefined;

  /**
   * Waits until the lock is free, then holds it and returns true. With `blocking` false it never waits, and returns whether it
   * got the lock.
   */
  acquire(blocking = true): Promise<boolean> {
    return kernel().submit(new AcquireOperation(this, blocking));
  }

  /**
   * Lets the lock go. Does not wait.
   *
   * @throws ThreadError (Python's RuntimeError) "release unlocked lock"
   */
  release(): void {
    const k = kernel();
    if (!this.#held) {
      k.touch(this[SHARED], UNLOCK_FREE);
      throw new ThreadError('release unlocked lock');
    }
    k.touch(this[SHARED], UNLOCK);
    this.#held = false;
    this.#holder = undefined;
    k.did('release', this[SHARED]);
    this.#releasedAt = k.release();
    k.changed(this[SHARED]);
  }

  /** Whether some thread holds it now. Another thread may change that before you look at the answer. */
  locked(): boolean {
    kernel().touch(this[SHARED], LOOK);
    return this.#held;
  }

  /** Acquires, runs `body`, and releases however `body` ends: Python's `with lock:`. Returns what `body` returns. */
  with<R>(body: () => R): Promise<Awaited<R>> {
    return kernel().run(holding(this, body), 'with');
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
  take(access: Access = LOCK): true {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.acquire(this.#releasedAt);
    this.#held = true;
    this.#holder = k.current();
    k.did('acquire', this[SHARED]);
    return true;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'release') return { verb: 'release', access: UNLOCK };
    return method === 'locked' ? { verb: 'locked', access: LOOK } : undefined;
  }
}

function* holding<R>(lock: Lock, body: () => R): Body<Awaited<R>> {
  yield new AcquireOperation(lock);
  try {
    return (yield new Call(body as (...args: never[]) => unknown, undefined, [])) as Awaited<R>;
  } finally {
    lock.release();
  }
}
