import { ABOUT, kernel, LOCK, LOOK, Operation, refTo, SHARED, TRY_LOCK, UNLOCK, UNLOCK_FREE, type Access, type Shared, type Stamp, type TaskRef } from '#kernel';
import { Panic } from './panic.ts';

class LockOperation extends Operation<void> {
  readonly verb = 'lock';
  readonly reason = 'sync.Mutex.Lock';
  readonly resource: Shared;
  readonly #mutex: Mutex;

  constructor(mutex: Mutex) {
    super();
    this.#mutex = mutex;
    this.resource = mutex[SHARED];
  }

  ways(): number {
    return this.#mutex.isHeld() ? 0 : 1;
  }

  perform(): void {
    this.#mutex.take();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, LOCK);
  }

  override holder(): TaskRef | undefined {
    return this.#mutex.holder();
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }
}

/**
 * A lock that one task holds at a time. It is not re-entrant: a task that locks it twice waits for itself. Any task may unlock it.
 *
 * Order: an `unlock` happens before every later `lock` of the same mutex returns.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#Mutex (Go 1.27). When several tasks wait, any of them may get it next; the explorer
 * tries each.
 *
 * @rules mutex
 * @example
 * let counter = 0;
 * const mu = new Mutex();
 * const wg = new WaitGroup();
 * for (let i = 0; i < 2; i++)
 *   wg.go(async () => {
 *     await mu.lock();
 *     counter += 1;
 *     mu.unlock();
 *   });
 * await wg.wait();
 * console.log(counter); // 2
 */
export class Mutex {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('mutex');
  #holder: TaskRef | undefined;
  #held = false;
  #unlockedAt: Stamp | undefined;

  /** Waits until no task holds the mutex, then holds it. */
  lock(): Promise<void> {
    const done = this.#held ? undefined : kernel().atOnce();
    if (done !== undefined) {
      this.take();
      return done;
    }
    return kernel().submit(new LockOperation(this));
  }

  /** Holds the mutex if nobody does, and says whether it worked. Never waits. */
  tryLock(): boolean {
    if (this.#held) {
      kernel().touch(this[SHARED], LOOK);
      kernel().did('tryLock', this[SHARED], { note: 'failed' });
      return false;
    }
    this.take(TRY_LOCK);
    return true;
  }

  /**
   * Lets the mutex go. Does not wait.
   *
   * @throws Panic "sync: unlock of unlocked mutex" if nobody holds it.
   */
  unlock(): void {
    const k = kernel();
    if (!this.#held) {
      k.touch(this[SHARED], UNLOCK_FREE);
      throw new Panic('sync: unlock of unlocked mutex');
    }
    k.touch(this[SHARED], UNLOCK);
    this.#held = false;
    this.#holder = undefined;
    k.did('unlock', this[SHARED]);
    this.#unlockedAt = k.release();
    k.changed(this[SHARED]);
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
  take(access: Access = LOCK): void {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.acquire(this.#unlockedAt);
    this.#held = true;
    this.#holder = refTo(k.current());
    k.did('lock', this[SHARED]);
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'unlock') return { verb: 'unlock', access: UNLOCK };
    return method === 'tryLock' ? { verb: 'tryLock', access: LOCK } : undefined;
  }
}
