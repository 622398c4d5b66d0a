import { checkFunction, print, PRINTED, printThrown } from '#base';
import { ABOUT, kernel, NOW, Operation, SHARED, type Access, type Shared, type Stamp } from '#kernel';
import { CancelledError, InvalidStateError, RuntimeError, TimeoutError } from './errors.ts';
import { AWAIT, CALL_BACK, CANCEL, FINISH, LATE, LOOK, NOT_CANCELLED, NOTICE, RUN } from './future-access.ts';
import { atLeastZero, within } from './timed.ts';

type State<T> = { readonly kind: 'pending' | 'running' | 'cancelled' } | { readonly kind: 'finished'; readonly value: T } | { readonly kind: 'failed'; readonly error: unknown };

/** Somebody who wants to know the order in which futures come to their ends. */
export interface Watcher {
  ended(future: Future<any>): void;
}

/** Waits for the end of a future, then asks it `read`. */
class EndOperation<T, R> extends Operation<R> {
  readonly verb: string;
  readonly reason: string;
  readonly resource: Shared;
  readonly #future: Future<T>;
  readonly #read: () => R;

  constructor(future: Future<T>, verb: 'result' | 'exception', read: () => R) {
    super();
    this.#future = future;
    this.#read = read;
    this.verb = verb;
    this.reason = `Future.${verb}`;
    this.resource = future[SHARED];
  }

  ways(): number {
    return this.#future.hasEnded() ? 1 : 0;
  }

  perform(): R {
    this.#future.seen(AWAIT);
    kernel().did(this.verb, this.resource);
    return this.#read();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, AWAIT);
  }
}

/**
 * Python's `concurrent.futures.Future`: the result of a call that may not have been made yet. `ThreadPoolExecutor.submit` gives one.
 *
 * An error that the call throws is kept for whoever asks. If nobody asks, nobody hears of it.
 *
 * Order: the call's last step happens before `result` returns or throws, before its callbacks, and before a `done` that is true.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#future-objects (3.14).
 *
 * @rules futures#future
 * @example
 * const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
 * const answer = pool.submit(async () => 42);
 * console.log(await answer.result()); // 42
 * console.log(answer.done(), answer.cancel()); // true false
 * await pool.shutdown();
 */
export class Future<T> {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('promise', { name: 'future' });
  #state: State<T> = { kind: 'pending' };
  #callbacks: ((future: Future<T>) => unknown)[] = [];
  #watchers: Watcher[] = [];
  /** It was cancelled, and whoever was to make the call knows. */
  #isNoticed = false;
  #endedAt: Stamp | undefined;

  /**
   * Waits until the call has ended, and returns what it returned.
   *
   * @throws whatever the call threw
   * @throws CancelledError if it was cancelled
   * @throws TimeoutError if `timeout` seconds were over before
   */
  result(timeout?: number): Promise<T> {
    return kernel().submit(this.#end('result', () => this.valueOrThrow(), timeout));
  }

  /**
   * Waits until the call has ended, and returns what it threw; undefined if it threw nothing.
   *
   * @throws CancelledError if it was cancelled
   * @throws TimeoutError if `timeout` seconds were over before
   */
  exception(timeout?: number): Promise<unknown> {
    return kernel().submit(this.#end('exception', () => this.errorOrThrow(), timeout));
  }

  /**
   * Cancels the call, if it has not begun. Returns whether it is cancelled: false if it runs or has ended. Does not wait. Callbacks
   * are made here and now.
   */
  cancel(): boolean {
    const k = kernel();
    const { kind } = this.#state;
    if (kind !== 'pending' && kind !== 'cancelled') {
      k.touch(this[SHARED], NOT_CANCELLED);
      k.did('cancel', this[SHARED], { note: 'failed' });
      return false;
    }
    k.touch(this[SHARED], kind === 'pending' ? CANCEL : LATE);
    k.did('cancel', this[SHARED]);
    if (kind === 'pending') this.#settle({ kind: 'cancelled' });
    return true;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this.#look() === 'cancelled';
  }

  /** Whether the call runs now, and cannot be cancelled any more. */
  running(): boolean {
    return this.#look() === 'running';
  }

  /** Whether it was cancelled, or the call has ended. */
  done(): boolean {
    const kind = this.#look();
    return kind !== 'pending' && kind !== 'running';
  }

  /**
   * Calls `callback` with this future when it comes to its end, in the thread that brings it there; at once, here, if it is there already.
   * Callbacks are called in the order in which they were added. What one of them throws is printed. An async callback is not waited for.
   */
  addDoneCallback(callback: (future: Future<T>) => unknown): void {
    checkFunction('addDoneCallback', callback, 'future.addDoneCallback(work)');
    kernel().touch(this[SHARED], CALL_BACK);
    if (!this.hasEnded()) {
      this.#callbacks.push(callback);
      return;
    }
    kernel().acquire(this.#endedAt);
    this.#callBack(callback);
  }

  /** For whoever makes the call: from now on it runs. False if it was cancelled: then do not make it. @throws RuntimeError "Future in unexpected state" */
  setRunningOrNotifyCancel(): boolean {
    const { kind } = this.#state;
    if (kind === 'cancelled' && !this.#isNoticed) {
      kernel().touch(this[SHARED], NOTICE);
      this.#isNoticed = true;
      this.#tellWatchers();
      kernel().changed(this[SHARED]);
      return false;
    }
    kernel().touch(this[SHARED], RUN);
    if (kind !== 'pending') throw new RuntimeError('Future in unexpected state');
    this.#state = { kind: 'running' };
    return true;
  }

  /** For whoever makes the call: it returned `value`. @throws InvalidStateError if it has ended already */
  setResult(value: T): void {
    this.#finish({ kind: 'finished', value }, 'finished');
  }

  /** For whoever makes the call: it threw `error`. @throws InvalidStateError if it has ended already */
  setException(error: unknown): void {
    this.#finish({ kind: 'failed', error }, 'failed');
  }

  /** @internal The wait for its result, until the clock shows `end`. */
  waiting(end: number | undefined): Operation<T> {
    const k = kernel();
    if (end !== undefined) k.touch(k.clock, NOW);
    return this.#end('result', () => this.valueOrThrow(), end === undefined ? undefined : (end - k.now()) / 1000);
  }

  /** @internal */
  get kind(): State<T>['kind'] {
    return this.#state.kind;
  }

  /** @internal */
  hasEnded(): boolean {
    return this.#state.kind !== 'pending' && this.#state.kind !== 'running';
  }

  /** @internal As `wait` and `asCompleted` see it: one that was cancelled counts once the pool has come across it. */
  isSettled(): boolean {
    return this.#state.kind === 'cancelled' ? this.#isNoticed : this.hasEnded();
  }

  /** @internal The current task knows of the end. */
  seen(access: Access): void {
    kernel().touch(this[SHARED], access);
    if (this.hasEnded()) kernel().acquire(this.#endedAt);
  }

  /** @internal */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  /** @internal */
  unwatch(watcher: Watcher): void {
    this.#watchers = this.#watchers.filter((one) => one !== watcher);
  }

  /** @internal */
  valueOrThrow(): T {
    if (this.#state.kind === 'finished') return this.#state.value;
    if (this.#state.kind === 'failed') throw this.#state.error;
    throw new CancelledError('the future was cancelled');
  }

  /** @internal */
  errorOrThrow(): unknown {
    if (this.#state.kind === 'cancelled') throw new CancelledError('the future was cancelled');
    return this.#state.kind === 'failed' ? this.#state.error : undefined;
  }

  /** @internal */
  [PRINTED](): string {
    const { kind } = this.#state;
    return `Future ${kind === 'failed' ? 'finished' : kind}`;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    switch (method) {
      case 'cancel': return { verb: 'cancel', access: CANCEL };
      case 'cancelled': case 'running': case 'done': return { verb: method, access: LOOK };
      case 'addDoneCallback': return { verb: 'addDoneCallback', access: CALL_BACK };
      case 'setRunningOrNotifyCancel': return { verb: 'run', access: RUN };
      case 'setResult': case 'setException': return { verb: method, access: FINISH };
      default: return undefined;
    }
  }

  #look(): State<T>['kind'] {
    this.seen(LOOK);
    return this.#state.kind;
  }

  #end<R>(verb: 'result' | 'exception', read: () => R, timeout: number | undefined): Operation<R> {
    const late = (): never => {
      throw new TimeoutError(`no ${verb} within ${timeout} s`);
    };
    return within(new EndOperation(this, verb, read), LOOK, atLeastZero(`Future.${verb}`, timeout), late);
  }

  #finish(state: State<T>, note: string): void {
    const k = kernel();
    k.touch(this[SHARED], this.hasEnded() ? LATE : FINISH);
    if (this.hasEnded()) throw new InvalidStateError(`${this.#state.kind.toUpperCase()}: a future ends once. ${print(this)} has ended already.`);
    k.did('settle', this[SHARED], { note });
    this.#settle(state);
  }

  /** Its end: whoever waits goes on, then the callbacks are made. */
  #settle(state: State<T>): void {
    const k = kernel();
    this.#state = state;
    this.#endedAt = k.release();
    if (state.kind !== 'cancelled') this.#tellWatchers();
    k.changed(this[SHARED]);
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) this.#callBack(callback);
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) watcher.ended(this);
  }

  #callBack(callback: (future: Future<T>) => unknown): void {
    try {
      callback(this);
    } catch (error) {
      kernel().print(`exception calling callback for ${print(this)}`);
      kernel().print(printThrown(error));
    }
  }
}
