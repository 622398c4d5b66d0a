import { quote } from '#base';
import { kernel, NOW, Operation, ReadyOperation, SHARED, type Access, type Body, type Shared } from '#kernel';
import { TimeoutError, ValueError } from './errors.ts';
import { AWAIT_NOTICED, CALL_BACK, LOOK } from './future-access.ts';
import { Future, type Watcher } from './future.ts';
import { atLeastZero, within } from './timed.ts';

/** Python's `FIRST_COMPLETED`, `FIRST_EXCEPTION`, `ALL_COMPLETED`. */
export type ReturnWhen = 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';

/** For how long to wait, and for what. */
export interface WaitOptions {
  /** Seconds to wait at most. */
  readonly timeout?: number | undefined;
  /** `ALL_COMPLETED` by default. */
  readonly returnWhen?: ReturnWhen;
}

/** What `wait` gives. */
export interface DoneAndNotDone<T> {
  readonly done: Set<Future<T>>;
  readonly notDone: Set<Future<T>>;
}

class WaitOperation<T> extends Operation<DoneAndNotDone<T>> {
  readonly verb = 'wait';
  readonly reason = 'futures.wait';
  readonly resource: Shared | undefined;
  readonly #futures: readonly Future<T>[];
  readonly #when: ReturnWhen;

  constructor(futures: readonly Future<T>[], when: ReturnWhen) {
    super();
    this.#futures = futures;
    this.#when = when;
    this.resource = futures[0]?.[SHARED];
  }

  ways(): number {
    const ended = this.#futures.filter((future) => future.isSettled());
    if (ended.length === this.#futures.length) return 1;
    if (this.#when === 'FIRST_COMPLETED') return ended.length > 0 ? 1 : 0;
    return this.#when === 'FIRST_EXCEPTION' && ended.some((future) => future.kind === 'failed') ? 1 : 0;
  }

  perform(): DoneAndNotDone<T> {
    const isWhole = this.#when === 'ALL_COMPLETED' && this.ways() > 0;
    for (const future of this.#futures) future.seen(isWhole ? AWAIT_NOTICED : LOOK);
    kernel().did('wait', undefined, { note: `${this.#futures.filter((future) => future.isSettled()).length} of ${this.#futures.length} done` });
    return this.sorted();
  }

  sorted(): DoneAndNotDone<T> {
    return { done: new Set(this.#futures.filter((future) => future.isSettled())), notDone: new Set(this.#futures.filter((future) => !future.isSettled())) };
  }

  /** Its time ran out: what there is by now. */
  late(): DoneAndNotDone<T> {
    for (const future of this.#futures) future.seen(LOOK);
    return this.sorted();
  }

  lookAt(touch: (resource: Shared, access: Access) => void): void {
    for (const future of this.#futures) touch(future[SHARED], LOOK);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    if (this.#when !== 'ALL_COMPLETED') return this.lookAt(touch);
    for (const future of this.#futures) touch(future[SHARED], AWAIT_NOTICED);
  }
}

/**
 * Waits until all `futures` have come to their ends, and returns which have and which have not. With `returnWhen` `FIRST_COMPLETED` until
 * one has, with `FIRST_EXCEPTION` until one has failed, or all have ended; with a `timeout` at most so many seconds, and no error if they
 * were not enough. A future that was cancelled counts once its pool has come across it. It throws nothing of what the calls threw: ask the futures.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.wait (3.14).
 *
 * @throws ValueError "Invalid return condition: …"
 * @rules futures#waiting-for-several
 * @example
 * const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
 * const futures = [1, 2].map((n) => pool.submit(async () => n));
 * const { done } = await wait(futures, {
 *   returnWhen: 'FIRST_COMPLETED',
 * });
 * console.log(done.size); // 1 or 2
 * await pool.shutdown();
 */
export function wait<T>(futures: Iterable<Future<T>>, { timeout, returnWhen = 'ALL_COMPLETED' }: WaitOptions = {}): Promise<DoneAndNotDone<T>> {
  if (!['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'].includes(returnWhen)) throw new ValueError(`Invalid return condition: ${quote(returnWhen)}`);
  const operation = new WaitOperation(checked('wait', futures), returnWhen);
  return kernel().submit(within(operation, (touch) => { operation.lookAt(touch); }, atLeastZero('wait', timeout), () => operation.late()));
}

const NTH: Access = { bit: 1, after: 1, races: 1 };
const NEXT: Access = { bit: 2, after: 1, races: 0 };
const NONE_YET: Access = { bit: 4, after: 1, races: 1 };

/** Those of some futures that have ended and were not given out: first, in any order, those that had ended before; then in the order of their ends. */
class Endings<T> implements Watcher {
  readonly shared: Shared = kernel().shared('queue', { name: 'as completed' });
  readonly before: Future<T>[] = [];
  readonly inOrder: Future<T>[] = [];
  left: number;
  readonly futures: readonly Future<T>[];

  constructor(futures: readonly Future<T>[]) {
    this.futures = futures;
    this.left = futures.length;
  }

  ended(future: Future<T>): void {
    kernel().touch(this.shared, NTH);
    this.inOrder.push(future);
    kernel().changed(this.shared);
  }

  begin(): void {
    for (const future of this.futures) {
      future.seen(CALL_BACK);
      if (future.isSettled()) this.before.push(future);
      else future.watch(this);
    }
  }
}

class BeginOperation extends ReadyOperation<void> {
  readonly verb = 'asCompleted';
  readonly reason = 'asCompleted';
  readonly resource: Shared;
  readonly #endings: Endings<unknown>;

  constructor(endings: Endings<unknown>) {
    super();
    this.#endings = endings;
    this.resource = endings.shared;
  }

  perform(): void {
    this.#endings.begin();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    for (const future of this.#endings.futures) touch(future[SHARED], CALL_BACK);
  }
}

class NextOperation<T> extends Operation<Future<T>> {
  readonly verb = 'next';
  readonly reason = 'asCompleted';
  readonly resource: Shared;
  readonly #endings: Endings<T>;

  constructor(endings: Endings<T>) {
    super();
    this.#endings = endings;
    this.resource = endings.shared;
  }

  /** Which of those that had ended before comes first is not defined: each is tried. */
  ways(): number {
    const { before, inOrder } = this.#endings;
    return before.length > 0 ? before.length : Math.min(1, inOrder.length);
  }

  override wayKey(way: number): number {
    const { before, futures } = this.#endings;
    return before.length > 0 ? futures.indexOf(before[way] as Future<T>) : 0;
  }

  perform(way: number): Future<T> {
    const { before, inOrder } = this.#endings;
    const future = (before.length > 0 ? before.splice(way, 1)[0] : inOrder.shift()) as Future<T>;
    this.#endings.left--;
    kernel().touch(this.resource, NEXT);
    future.seen(AWAIT_NOTICED);
    kernel().did('next', future[SHARED]);
    return future;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, NEXT);
  }
}

/**
 * Gives the futures one after the other, as they come to their ends, for `for await`. Those that have ended when it begins come first, in
 * no certain order. It throws nothing of what the calls threw: ask each future for its result.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.as_completed (3.14).
 *
 * @throws TimeoutError "2 (of 3) futures unfinished", where the next is not there `timeout` seconds after the loop began
 * @rules futures#waiting-for-several
 * @example
 * const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
 * const futures = [1, 2].map((n) => pool.submit(async () => n));
 * for await (const future of asCompleted(futures))
 *   console.log(await future.result()); // 1, 2 or 2, 1
 * await pool.shutdown();
 */
export function asCompleted<T>(futures: Iterable<Future<T>>, timeout?: number): AsyncIterableIterator<Future<T>, undefined> {
  const all = checked('asCompleted', futures);
  const seconds = atLeastZero('asCompleted', timeout);
  const endings = new Endings<T>(all);
  let end: number | undefined;
  const steps = function* (): Body<IteratorResult<Future<T>, undefined>> {
    if (end === undefined) {
      end = seconds === undefined ? Infinity : clock() + seconds * 1000;
      yield new BeginOperation(endings as Endings<unknown>);
    }
    if (endings.left === 0) return { done: true, value: undefined };
    const left = seconds === undefined ? undefined : Math.max(0, (end - clock()) / 1000);
    const late = (): never => {
      throw new TimeoutError(`${endings.left} (of ${all.length}) futures unfinished`);
    };
    return { done: false, value: (yield within(new NextOperation(endings), NONE_YET, left, late)) as Future<T> };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => kernel().run(steps(), 'next'),
    return: () => {
      for (const future of all) future.unwatch(endings);
      endings.left = 0;
      return kernel().run(ended(), 'return');
    },
  };
}

function clock(): number {
  const k = kernel();
  k.touch(k.clock, NOW);
  return k.now();
}

function* ended(): Body<{ done: true; value: undefined }> {
  return { done: true, value: undefined };
}

function checked<T>(name: string, futures: Iterable<Future<T>>): Future<T>[] {
  if (typeof futures?.[Symbol.iterator] !== 'function') throw new TypeError(`${name} takes a list of futures, not ${quote(futures)}`);
  const all = [...new Set(futures)];
  for (const one of all) if (!(one instanceof Future)) throw new TypeError(`${name} takes futures, not ${quote(one)}: hand it what submit returned, not what it resolves to.`);
  return all;
}
