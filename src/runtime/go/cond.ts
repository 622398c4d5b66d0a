import { ABOUT, Call, kernel, Operation, ReadyOperation, SHARED, type Access, type Body, type Shared, type Stamp } from '#kernel';
import { BROADCAST, JOIN, SIGNAL, UNHEARD_SIGNAL, WOKEN } from './cond-access.ts';
import type { Locker } from './locker.ts';

/** What a lock of ours tells of its `unlock`. */
interface Announcing {
  readonly [SHARED]?: Shared;
  readonly [ABOUT]?: (method: PropertyKey) => { readonly access: Access; readonly resource?: Shared } | undefined;
}

/** First part of `await cond.wait()`: joins the line and lets the lock go, in one step. */
class JoinLine extends ReadyOperation<Waiter> {
  readonly verb = 'wait';
  readonly reason = 'sync.Cond.Wait';
  readonly resource: Shared;
  readonly #cond: Cond;

  constructor(cond: Cond) {
    super();
    this.#cond = cond;
    this.resource = cond[SHARED];
  }

  perform(): Waiter {
    return this.#cond.join();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, JOIN);
    const lock = this.#cond.l as Announcing;
    const about = lock[ABOUT]?.('unlock');
    const resource = about?.resource ?? lock[SHARED];
    if (about !== undefined && resource !== undefined) touch(resource, about.access);
  }
}

/** Second part: waits until a signal has picked this waiter. The third is `l.lock()`. */
class Waiter extends Operation<void> {
  readonly verb = 'wake';
  readonly reason = 'sync.Cond.Wait';
  readonly resource: Shared;
  wokenAt: Stamp | undefined;
  isWoken = false;

  constructor(resource: Shared) {
    super();
    this.resource = resource;
  }

  ways(): number {
    return this.isWoken ? 1 : 0;
  }

  perform(): void {
    const k = kernel();
    k.touch(this.resource, WOKEN);
    k.acquire(this.wokenAt);
    k.did('wake', this.resource);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WOKEN);
  }
}

/**
 * A place to wait for a condition that other tasks make true. Whoever changes what the condition is about, under the lock, calls
 * `signal` or `broadcast` afterwards.
 *
 * A task that is woken does not know that its condition holds: another may have come before it. Always wait in a loop.
 *
 * Order: a `signal` or `broadcast` happens before the `wait` that it wakes returns.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#Cond (Go 1.27). Tasks are woken in the order in which they began to wait. They then
 * compete for the lock with everybody else.
 *
 * @rules cond
 * @example
 * const items: string[] = [];
 * const mu = new Mutex();
 * const notEmpty = new Cond(mu);
 * go(async () => {
 *   await mu.lock();
 *   items.push('tea');
 *   mu.unlock();
 *   notEmpty.signal();
 * });
 * await mu.lock();
 * while (items.length === 0) await notEmpty.wait();
 * console.log(items.shift()); // tea
 * mu.unlock();
 */
export class Cond {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('condition');
  /** The lock that `wait` lets go and takes again: a `Mutex`, an `RWMutex`, the read side of one. */
  readonly l: Locker;
  readonly #line: Waiter[] = [];

  /** @throws TypeError if `l` is not a lock */
  constructor(l: Locker) {
    if (typeof l?.lock !== 'function' || typeof l.unlock !== 'function') throw new TypeError('Cond takes the lock that its condition is under: new Cond(mu).');
    this.l = l;
  }

  /**
   * Lets the lock go and waits to be woken, in one step: no signal is lost in between. Then takes the lock again, and waits for it if
   * it has to. Call it with the lock held.
   *
   * @throws whatever `l.unlock` throws, as "sync: unlock of unlocked mutex" if the lock is not held
   */
  wait(): Promise<void> {
    return kernel().run(waitInLine(this), 'wait');
  }

  /** Wakes the task that has waited longest, if there is one. If nobody waits, nothing is kept: the signal is lost. Does not wait. */
  signal(): void {
    this.#wake('signal', this.#line.splice(0, 1), SIGNAL);
  }

  /** Wakes all tasks that wait. If nobody does, nothing is kept. Does not wait. */
  broadcast(): void {
    this.#wake('broadcast', this.#line.splice(0), BROADCAST);
  }

  /** @internal */
  join(): Waiter {
    const k = kernel();
    k.touch(this[SHARED], JOIN);
    k.did('wait', this[SHARED]);
    // What `unlock` throws leaves nobody in the line.
    this.l.unlock();
    const waiter = new Waiter(this[SHARED]);
    this.#line.push(waiter);
    return waiter;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'signal') return { verb: 'signal', access: SIGNAL };
    return method === 'broadcast' ? { verb: 'broadcast', access: BROADCAST } : undefined;
  }

  #wake(verb: string, waiters: readonly Waiter[], access: Access): void {
    const k = kernel();
    k.touch(this[SHARED], waiters.length === 0 ? UNHEARD_SIGNAL : access);
    k.signalled(this[SHARED], waiters);
    k.did(verb, this[SHARED], waiters.length === 0 ? { note: 'nobody waits' } : {});
    const stamp = waiters.length === 0 ? undefined : k.release();
    for (const waiter of waiters) {
      waiter.isWoken = true;
      waiter.wokenAt = stamp;
    }
    k.changed(this[SHARED]);
  }
}

function* waitInLine(cond: Cond): Body<void> {
  const waiter = (yield new JoinLine(cond)) as Waiter;
  yield waiter;
  yield new Call(cond.l.lock as (...args: never[]) => unknown, cond.l, []);
}
