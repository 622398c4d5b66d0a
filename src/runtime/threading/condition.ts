import { checkFunction } from '#base';
import { ABOUT, Call, kernel, NOW, Operation, ReadyOperation, SHARED, type Access, type Body, type Shared, type Stamp } from '#kernel';
import { LINE, NOT_WOKEN, NOTIFY, UNHEARD, WOKEN } from './condition-access.ts';
import { RuntimeError } from './errors.ts';
import { RLock } from './rlock.ts';
import { atLeastZero, no, within } from './timed.ts';
import { withHeld, type Lockable } from './with.ts';

/** First part of `await condition.wait()`: joins the line and lets the lock go, in one step. */
class JoinLine extends ReadyOperation<Waiter> {
  readonly verb = 'wait';
  readonly reason = 'Condition.wait';
  readonly resource: Shared;
  readonly #condition: Condition;

  constructor(condition: Condition) {
    super();
    this.#condition = condition;
    this.resource = condition[SHARED];
  }

  perform(): Waiter {
    return this.#condition.join();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, LINE);
    const { lock } = this.#condition;
    touch(lock[SHARED], lock.releasing());
  }
}

/** Second part: waits until a `notify` has picked this waiter. The third takes the lock again. */
class Waiter extends Operation<boolean> {
  readonly verb = 'wake';
  readonly reason = 'Condition.wait';
  readonly resource: Shared;
  /** How often the lock was held. */
  readonly depth: number;
  wokenAt: Stamp | undefined;
  isWoken = false;

  constructor(resource: Shared, depth: number) {
    super();
    this.resource = resource;
    this.depth = depth;
    this.owner = kernel().current();
  }

  ways(): number {
    return this.isWoken ? 1 : 0;
  }

  perform(): boolean {
    const k = kernel();
    k.touch(this.resource, WOKEN);
    k.acquire(this.wokenAt);
    k.did('wake', this.resource);
    return true;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WOKEN);
  }
}

/**
 * Python's `threading.Condition`: a place to wait for something that other threads make true. Whoever changes what it is about, with the
 * lock held, calls `notify` or `notifyAll` afterwards.
 *
 * A thread that is woken does not know that its condition holds: another may have come before it. Wait in a loop, or use `waitFor`.
 *
 * Order: a `notify` happens before the `wait` that it wakes returns; and so does what the lock orders.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#condition-objects (3.14). As in CPython, threads are woken in the
 * order in which they began to wait; they then compete for the lock with everybody else. The documentation promises neither.
 *
 * @rules threading-locks#condition
 * @example
 * const items: string[] = [];
 * const filled = new Condition();
 * const fill = () => filled.with(async () => {
 *   items.push('tea');
 *   filled.notify();
 * });
 * new Thread({ target: fill }).start();
 * await filled.acquire();
 * await filled.waitFor(() => items.length > 0);
 * console.log(items.shift()); // tea
 * filled.release();
 */
export class Condition {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('condition');
  /** @internal */
  readonly lock: Lockable;
  readonly #line: Waiter[] = [];

  /**
   * With a `lock`, it uses that one: several conditions can share a lock. Otherwise it makes itself an `RLock`.
   *
   * @throws TypeError if `lock` is neither a `Lock` nor an `RLock`
   */
  constructor(lock: Lockable = new RLock()) {
    if (typeof lock?.acquire !== 'function' || typeof lock.letGo !== 'function') throw new TypeError('Condition takes the lock that its condition is under: new Condition(lock), with a Lock or an RLock.');
    this.lock = lock;
    lock[SHARED].label('lock');
  }

  /** Acquires the lock: see `Lock.acquire`. */
  acquire(blocking = true, timeout = -1): Promise<boolean> {
    return this.lock.acquire(blocking, timeout);
  }

  /** Releases the lock: see `Lock.release`. */
  release(): void {
    this.lock.release();
  }

  /** Acquires the lock, runs `body`, and releases it however `body` ends. Returns what `body` returns. */
  with<R>(body: () => R): Promise<Awaited<R>> {
    checkFunction('with', body, 'condition.with(work)');
    return kernel().run(withHeld({ taking: (depth) => this.lock.taking(depth), release: () => { this.release(); } }, body), 'with');
  }

  /**
   * Lets the lock go, however often it is held, and waits to be woken, in one step: no notification is lost in between. Then takes the
   * lock again, and waits for it if it has to. Returns whether it was woken: false if `timeout` seconds were over before. Time runs out
   * for the waking only; waiting for the lock takes as long as it takes.
   *
   * A `notify` that comes after the time ran out, but before the lock was taken again, may still pick this thread, and so be lost.
   *
   * @throws RuntimeError "cannot wait on un-acquired lock"
   */
  wait(timeout?: number): Promise<boolean> {
    return kernel().run(waitOnce(this, atLeastZero('Condition.wait', timeout)), 'wait');
  }

  /**
   * Waits until `predicate` returns something true, which is asked with the lock held: first of all, and whenever this thread was woken.
   * Returns what it returned last: something false if `timeout` seconds were over, all waits together.
   *
   * @throws RuntimeError "cannot wait on un-acquired lock", unless `predicate` holds at once
   */
  waitFor<R>(predicate: () => R, timeout?: number): Promise<Awaited<R>> {
    if (typeof predicate !== 'function') throw new TypeError('waitFor takes a function to ask: waitFor(() => items.length > 0), not waitFor(items.length > 0), which asks once.');
    return kernel().run(waitUntil(this, predicate, atLeastZero('Condition.waitFor', timeout)), 'waitFor');
  }

  /**
   * Wakes the `n` threads that have waited longest, or as many as there are. If nobody waits, nothing is kept: the notification is lost.
   * Does not wait, and does not release the lock: who is woken has to wait for that.
   *
   * @throws RuntimeError "cannot notify on un-acquired lock"
   */
  notify(n = 1): void {
    if (!Number.isInteger(n)) throw new TypeError(`notify takes how many threads to wake, not ${String(n)}`);
    this.#wake('notify', Math.max(0, n));
  }

  /** Wakes all threads that wait; see `notify`. @throws RuntimeError "cannot notify on un-acquired lock" */
  notifyAll(): void {
    this.#wake('notifyAll', Infinity);
  }

  /** @internal */
  join(): Waiter {
    const k = kernel();
    if (!this.lock.isOwned()) throw new RuntimeError('cannot wait on un-acquired lock');
    k.touch(this[SHARED], LINE);
    k.did('wait', this[SHARED]);
    const waiter = new Waiter(this[SHARED], this.lock.letGo());
    this.#line.push(waiter);
    return waiter;
  }

  /** @internal Its time ran out, and it holds the lock again. */
  leave(waiter: Waiter): void {
    const place = this.#line.indexOf(waiter);
    kernel().touch(this[SHARED], LINE);
    if (place >= 0) this.#line.splice(place, 1);
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access; resource?: Shared } | undefined {
    if (method === 'release') {
      const about = (this.lock as Lockable & { [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined })[ABOUT]('release');
      return about === undefined ? undefined : { ...about, resource: this.lock[SHARED] };
    }
    return method === 'notify' || method === 'notifyAll' ? { verb: method, access: NOTIFY } : undefined;
  }

  #wake(verb: string, n: number): void {
    const k = kernel();
    if (!this.lock.isOwned()) throw new RuntimeError('cannot notify on un-acquired lock');
    const waiters = this.#line.splice(0, n);
    k.touch(this[SHARED], waiters.length === 0 ? UNHEARD : NOTIFY);
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

function* waitOnce(condition: Condition, seconds: number | undefined): Body<boolean> {
  const waiter = (yield new JoinLine(condition)) as Waiter;
  const isWoken = (yield within(waiter, NOT_WOKEN, seconds, no)) as boolean;
  yield condition.lock.taking(waiter.depth);
  if (!isWoken) condition.leave(waiter);
  return isWoken;
}

function* waitUntil<R>(condition: Condition, predicate: () => R, seconds: number | undefined): Body<Awaited<R>> {
  const ask = new Call(predicate as (...args: never[]) => unknown, undefined, []);
  let end: number | undefined;
  for (;;) {
    const answer = (yield ask) as Awaited<R>;
    if (answer) return answer;
    let left = seconds;
    if (seconds !== undefined) {
      const k = kernel();
      k.touch(k.clock, NOW);
      if (end === undefined) end = k.now() + seconds * 1000;
      else {
        left = (end - k.now()) / 1000;
        if (left <= 0) return answer;
      }
    }
    yield* waitOnce(condition, left);
  }
}
