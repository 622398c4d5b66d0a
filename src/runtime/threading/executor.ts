import { checkFunction, checkOptions, quote } from '#base';
import { ABOUT, Call, kernel, SHARED, type Access, type Body, type Shared, type TaskHandle } from '#kernel';
import { BrokenThreadPool, RuntimeError, TimeoutError, ValueError } from './errors.ts';
import { BeforeCall } from './before-call.ts';
import { Future } from './future.ts';
import { pools } from './pools.ts';
import { Thread } from './thread.ts';
import { threads } from './threads.ts';
import { atLeastZero } from './timed.ts';
import { AwaitWork, ShutOperation, SUBMIT, TakeWork, WorkQueue, type Work } from './work-queue.ts';

/** What a pool is made of. */
export interface ExecutorOptions<A extends readonly unknown[]> {
  /** Threads at most. */
  readonly maxWorkers?: number;
  /** What the names of the threads begin with. */
  readonly threadNamePrefix?: string;
  /** Called by each worker when it starts. If it throws, the pool is broken. */
  readonly initializer?: (...args: A) => unknown;
  readonly initargs?: A;
}

/** How long `map` waits. */
export interface MapOptions {
  /** Seconds, from the call of `map`, by which a result has to be there when the loop comes to it. */
  readonly timeout?: number;
}

/** How a pool ends. */
export interface ShutdownOptions {
  /** Wait for the workers to end: true by default. */
  readonly wait?: boolean;
  /** Cancel the calls that have not begun. */
  readonly cancelFutures?: boolean;
}

/** Python's `min(32, (os.process_cpu_count() or 1) + 4)` on a machine with four processors. */
const DEFAULT_WORKERS = 8;

/**
 * Python's `concurrent.futures.ThreadPoolExecutor`: threads that make the calls which are submitted to them.
 *
 * A worker is started when a call is submitted and none is idle, up to `maxWorkers`. Calls begin in the order in which they were
 * submitted. A call that waits for another one of the same pool can wait for ever: all workers may be waiting.
 *
 * The workers are not daemons. When `main` ends, calls that were submitted are still made, and then the workers end, whether `shutdown`
 * was called or not.
 *
 * Order: `submit` happens before the call; the call before its future's `result`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor (3.14).
 *
 * @rules futures#threadpoolexecutor
 * @example
 * const size = async (page: string) => page.length;
 * const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
 * const sizes = ['/tea', '/jam'].map((page) => pool.submit(size, page));
 * for (const one of sizes) console.log(await one.result()); // 4, 4
 * await pool.shutdown();
 */
export class ThreadPoolExecutor<A extends readonly unknown[] = readonly unknown[]> {
  readonly #queue: WorkQueue;
  readonly #most: number;
  readonly #prefix: string;
  readonly #initializer: ((...args: A) => unknown) | undefined;
  readonly #initargs: A;
  readonly #workers: TaskHandle[] = [];
  /** Not only by the end of the program. */
  #isShutdown = false;

  /** @throws ValueError "max_workers must be greater than 0" @throws TypeError "initializer must be a callable" */
  constructor(options: number | ExecutorOptions<A> = {}) {
    const { maxWorkers = DEFAULT_WORKERS, threadNamePrefix, initializer, initargs } = typeof options === 'object' && options !== null ? options : { maxWorkers: options };
    if (!Number.isInteger(maxWorkers)) throw new TypeError(`ThreadPoolExecutor takes a whole number of workers, not ${quote(maxWorkers)}`);
    if (maxWorkers <= 0) throw new ValueError('max_workers must be greater than 0');
    if (initializer !== undefined && typeof initializer !== 'function') throw new TypeError('initializer must be a callable');
    this.#queue = new WorkQueue();
    this.#most = maxWorkers;
    this.#prefix = pools().add(this, threadNamePrefix, this.#workers);
    this.#initializer = initializer;
    this.#initargs = initargs ?? ([] as unknown as A);
  }

  /** @internal */
  get [SHARED](): Shared {
    return this.#queue.shared;
  }

  /**
   * Has `fn(...args)` called by a worker, and returns the future of it. Does not wait.
   *
   * @throws RuntimeError "cannot schedule new futures after shutdown", "cannot schedule new futures after interpreter shutdown"
   * @throws BrokenThreadPool if an initializer failed
   */
  submit<F extends readonly unknown[], R>(fn: (...args: F) => R, ...args: F): Future<Awaited<R>> {
    checkFunction('submit', fn, 'pool.submit(work, 1)', 'pool.submit(work(1))');
    const queue = this.#queue;
    queue.look();
    if (queue.isBroken) throw new BrokenThreadPool('A thread initializer failed, the thread pool is not usable anymore');
    if (queue.isShut && !this.#isShutdown) throw new RuntimeError('cannot schedule new futures after interpreter shutdown');
    if (queue.isShut) throw new RuntimeError('cannot schedule new futures after shutdown');
    const future = new Future<Awaited<R>>();
    if (queue.add({ future, fn: fn as (...args: never[]) => unknown, args }) && this.#workers.length < this.#most) this.#hire();
    return future;
  }

  /**
   * Calls `fn` on each item of the list, and gives the results in the order of the list, for `for await`, whichever is there first. Of several
   * lists, `fn` gets the first items, then the second, until the shortest ends. All calls are submitted here and now. The loop throws what a
   * call threw when it comes to it; what has not begun when the loop is left is cancelled.
   *
   * @throws TimeoutError where a result is not there `timeout` seconds after `map` was called: `pool.map(fn, list, { timeout: 1 })`
   * @example
   * const double = async (n: number) => 2 * n;
   * const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
   * for await (const n of pool.map(double, [1, 2]))
   *   console.log(n); // 2, 4
   * await pool.shutdown();
   */
  map<T, R>(fn: (item: T) => R, list: Iterable<T>, options?: MapOptions): AsyncIterableIterator<Awaited<R>, undefined>;
  map<T, U, R>(fn: (item: T, other: U) => R, list: Iterable<T>, second: Iterable<U>, options?: MapOptions): AsyncIterableIterator<Awaited<R>, undefined>;
  map<R>(fn: (...items: never[]) => R, ...rest: (Iterable<unknown> | MapOptions | undefined)[]): AsyncIterableIterator<Awaited<R>, undefined> {
    const [lists, options] = listsAndOptions(rest);
    const k = kernel();
    const seconds = atLeastZero('map', options.timeout);
    const end = seconds === undefined ? undefined : k.now() + seconds * 1000;
    return inOrder(together(lists).map((items) => this.submit(fn as (...items: readonly unknown[]) => R, ...items)), end);
  }

  /**
   * Takes no more calls. What was submitted is still done, unless `cancelFutures` is true: then only what has begun. Waits for the workers
   * to end, unless `wait` is false. Can be called again.
   */
  shutdown(options: boolean | ShutdownOptions = {}): Promise<void> {
    const { wait = true, cancelFutures = false } = typeof options === 'boolean' ? { wait: options } : (checkOptions('shutdown', options, 'pool.shutdown({ cancelFutures: true })'), options);
    return kernel().run(this.#shutdown(wait, cancelFutures), 'shutdown');
  }

  /** Runs `body` with the pool, then shuts it down, however `body` ends: Python's `with`. Returns what `body` returns. */
  with<R>(body: (pool: this) => R): Promise<Awaited<R>> {
    checkFunction('with', body, 'pool.with(work)');
    return kernel().run(this.#with(body), 'with');
  }

  /** `await using pool = …` waits for the calls, as the end of a `with` block does in Python. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.shutdown();
  }

  /** @internal At the end of the program: everything is done that was submitted, and nothing more is taken. */
  *close(): Body<void> {
    if (!this.#queue.isShut) yield new ShutOperation(this.#queue, false);
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'submit' || method === 'map' ? { verb: method, access: SUBMIT } : undefined;
  }

  *#with<R>(body: (pool: this) => R): Body<Awaited<R>> {
    try {
      return (yield new Call(body as (...args: never[]) => unknown, undefined, [this])) as Awaited<R>;
    } finally {
      yield* this.#shutdown(true, false);
    }
  }

  *#shutdown(wait: boolean, cancelFutures: boolean): Body<void> {
    this.#isShutdown = true;
    const left = (yield new ShutOperation(this.#queue, cancelFutures)) as readonly Work[];
    this.#isShutdown = true;
    for (const { future } of left) future.cancel();
    if (wait) for (const worker of this.#workers) yield worker.join();
  }

  #hire(): void {
    const known = threads();
    const options = { name: `${this.#prefix}_${this.#workers.length}`, kind: 'thread', onFailure: 'report', keepsAlive: true } as const;
    const task = kernel().spawn(options, new Call(() => kernel().run(worker(this.#queue, this.#initializer as ((...args: never[]) => unknown) | undefined, this.#initargs), 'worker'), undefined, []));
    this.#workers.push(task);
    known.add(task.id, Thread.of(task));
  }
}

/** A worker's life: it makes calls until there will be none. */
function* worker(queue: WorkQueue, initializer: ((...args: never[]) => unknown) | undefined, initargs: readonly unknown[]): Body<void> {
  if (initializer !== undefined) {
    try {
      yield new Call(initializer, undefined, initargs);
    } catch (error) {
      queue.breakDown(error);
      return;
    }
  }
  for (;;) {
    let work = (yield new TakeWork(queue)) as Work | 'none' | undefined;
    if (work === 'none') work = (yield new AwaitWork(queue)) as Work | undefined;
    if (work === undefined) return;
    yield* perform(work);
  }
}

function* perform({ future, fn, args }: Work): Body<void> {
  if (!future.setRunningOrNotifyCancel()) return;
  yield new BeforeCall(fn);
  let value: unknown;
  try {
    value = yield new Call(fn, undefined, args);
  } catch (error) {
    future.setException(error);
    return;
  }
  future.setResult(value);
}

const isList = (value: unknown): value is Iterable<unknown> => typeof (value as Iterable<unknown> | null | undefined)?.[Symbol.iterator] === 'function';

/** What `map` was given after its function. @throws TypeError for what is no list */
function listsAndOptions(rest: readonly unknown[]): [lists: readonly Iterable<unknown>[], options: MapOptions] {
  const last = rest.at(-1);
  const hasOptions = rest.length > 1 && !isList(last) && (last === undefined || (typeof last === 'object' && last !== null));
  const lists = hasOptions ? rest.slice(0, -1) : rest;
  const wrong = lists.findIndex((list) => !isList(list));
  if (lists.length === 0 || wrong >= 0) throw new TypeError(`map takes a function and a list, not ${quote(lists[wrong])}`);
  return [lists as readonly Iterable<unknown>[], hasOptions ? ((last ?? {}) as MapOptions) : {}];
}

/** Python's `zip`: the first items of all `lists`, then the second, until the shortest ends. A list may be endless if another is not. */
function together(lists: readonly Iterable<unknown>[]): (readonly unknown[])[] {
  const iterators = lists.map((list) => list[Symbol.iterator]());
  const all: (readonly unknown[])[] = [];
  for (;;) {
    const items: unknown[] = [];
    for (const iterator of iterators) {
      const { done, value } = iterator.next();
      if (done) return all;
      items.push(value);
    }
    all.push(items);
  }
}

/** The results of `futures`, one after the other. */
function inOrder<R>(futures: Future<R>[], end: number | undefined): AsyncIterableIterator<R, undefined> {
  const cancelRest = (): void => {
    for (const future of futures.splice(0)) future.cancel();
  };
  const next = function* (): Body<IteratorResult<R, undefined>> {
    const future = futures.shift();
    if (future === undefined) return { done: true, value: undefined };
    try {
      return { done: false, value: (yield future.waiting(end)) as R };
    } catch (error) {
      if (error instanceof TimeoutError) future.cancel();
      cancelRest();
      throw error;
    }
  };
  const leave = function* (): Body<IteratorResult<R, undefined>> {
    cancelRest();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => kernel().run(next(), 'next'),
    return: () => kernel().run(leave(), 'return'),
  };
}
