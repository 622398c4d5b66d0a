import { quote } from '#base';
import { ABOUT, ADD, CLOSE, DONE_OWN, kernel, NEGATIVE, PEEK, RECEIVE, SEND, SHARED, WAIT, type Access, type Shared, type Stamp } from '#kernel';
import { ValueError } from './errors.ts';
import { Buffer, type Entry, LOOK_SHUT } from './queue-buffer.ts';
import { full, getting, JoinOperation, NO_ROOM, PutOperation, TryOperation } from './queue-operations.ts';
import { FirstIn, LastIn, Smallest, type Order } from './queue-order.ts';
import { notNegative, within } from './timed.ts';

/** A `taskDone` that may be one too many, or make another one so. */
const DONE_LOOSELY: Access = { bit: 2, after: 1 | 2 | 8 | 16, races: 1 | 2 | 8 | 16 };

/**
 * Python's `queue.Queue`: values come out in the order in which they went in. With a `maxsize` above 0, `put` waits while it is full.
 *
 * Order: a `put` happens before the `get` that returns its value; in a queue with a `maxsize`, a `get` before the `put` that takes its
 * place; every `taskDone` before a `join` that returns because of it; a `shutdown` before the error that it gives.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html (3.14; `shutdown` since 3.13).
 *
 * @rules threading-queue
 * @example
 * const jobs = new Queue<number>(1);
 * const put = async () => { for (const n of [1, 2]) await jobs.put(n); };
 * new Thread({ target: put }).start();
 * console.log(await jobs.get(), await jobs.get()); // 1 2
 */
export class Queue<T> {
  /** How many values it holds at most; 0 for no limit. */
  readonly maxsize: number;
  readonly #buffer: Buffer<T>;
  readonly #tasks: Shared;
  #unfinished = 0;
  #doneAt: Stamp | undefined;
  /** How many values each task has got and not finished, by its id. */
  readonly #got = new Map<number, number>();
  /** Some task finished what another got. */
  #isMixedUp = false;

  /** A `maxsize` of 0 or less is none. @throws TypeError if it is not a whole number */
  constructor(maxsize = 0) {
    if (!Number.isInteger(maxsize)) throw new TypeError(`${this.kind} takes a whole number as maxsize, not ${quote(maxsize)}`);
    this.maxsize = Math.max(0, maxsize);
    const order = this.order();
    this.#buffer = new Buffer(this.kind, order, this.maxsize, order instanceof FirstIn, { added: () => { this.#added(); }, took: () => { this.#took(); } });
    this.#tasks = kernel().shared('other', { name: 'unfinished tasks' });
  }

  /** @internal */
  get [SHARED](): Shared {
    return this.#buffer[SHARED];
  }

  /** @internal */
  protected get kind(): string {
    return 'Queue';
  }

  /** @internal */
  protected order(): Order<Entry<T>> {
    return new FirstIn();
  }

  /** Whether it was shut down. */
  get isShutdown(): boolean {
    kernel().touch(this[SHARED], LOOK_SHUT);
    return this.#buffer.isShutdown;
  }

  /**
   * Puts `value` in. Waits while the queue is full; with `block` false not at all, with a `timeout` at most so many seconds.
   *
   * @throws Full if there was no room in that time
   * @throws ShutDown if the queue was shut down, before or while this waits
   * @throws ValueError "'timeout' must be a non-negative number"
   */
  put(value: T, block = true, timeout?: number): Promise<void> {
    const buffer = this.#buffer;
    const seconds = notNegative('put', timeout);
    return kernel().submit(block ? within(new PutOperation(buffer, value), NO_ROOM, seconds, full) : new TryOperation('put', buffer[SHARED], () => { buffer.put(value, true); }));
  }

  /**
   * Takes the next value out. Waits while the queue is empty; with `block` false not at all, with a `timeout` at most so many seconds.
   *
   * @throws Empty if there was nothing in that time
   * @throws ShutDown if the queue was shut down and is empty, before or while this waits
   * @throws ValueError "'timeout' must be a non-negative number"
   */
  get(block = true, timeout?: number): Promise<T> {
    return kernel().submit(getting(this.#buffer, block, notNegative('get', timeout)));
  }

  /** Puts `value` in, if there is room now. Does not wait. @throws Full, ShutDown */
  putNowait(value: T): void {
    this.#buffer.put(value, true);
  }

  /** Takes the next value out, if there is one now. Does not wait. @throws Empty, ShutDown */
  getNowait(): T {
    return this.#buffer.get(true);
  }

  /** Says that the work on one value got from the queue is finished. Does not wait. @throws ValueError "task_done() called too many times" */
  taskDone(): void {
    const k = kernel();
    const { id } = k.current();
    const own = this.#got.get(id) ?? 0;
    if (this.#unfinished === 0) {
      k.touch(this.#tasks, NEGATIVE);
      throw new ValueError('task_done() called too many times');
    }
    k.touch(this.#tasks, this.#doing());
    if (own === 0) this.#isMixedUp = true;
    else this.#got.set(id, own - 1);
    this.#finished(1);
    k.did('taskDone', this[SHARED], { note: `${this.#unfinished} unfinished` });
  }

  /** Waits until `taskDone` has been called for every value that was put, or the queue was shut down at once. */
  join(): Promise<void> {
    return kernel().submit(new JoinOperation(this.#tasks, () => this.#unfinished === 0, () => { this.#joined(); }));
  }

  /**
   * From now on `put` raises `ShutDown`, also for those who wait in it, and `get` does once the queue is empty. With `immediate` it is
   * emptied here and now, and what was in it counts as finished. Does not wait. Can be called again.
   */
  shutdown(immediate = false): void {
    const taken = this.#buffer.shutdown(immediate);
    if (taken === 0) return;
    kernel().touch(this.#tasks, DONE_LOOSELY);
    this.#finished(Math.min(taken, this.#unfinished));
  }

  /** How many values are in the queue now. Another thread may change it before you look at the answer. */
  qsize(): number {
    return this.#buffer.size();
  }

  /** Whether nothing is in the queue now; see `qsize`. */
  empty(): boolean {
    return this.#buffer.size() === 0;
  }

  /** Whether there is no room now; see `qsize`. */
  full(): boolean {
    return this.#buffer.looksFull();
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access; resource?: Shared } | undefined {
    switch (method) {
      case 'putNowait': return { verb: 'put', access: SEND };
      case 'getNowait': return { verb: 'get', access: RECEIVE };
      case 'taskDone': return { verb: 'taskDone', access: this.#doing(), resource: this.#tasks };
      case 'shutdown': return { verb: 'shutdown', access: CLOSE };
      case 'qsize': case 'empty': case 'full': case 'isShutdown': return { verb: String(method), access: PEEK };
      default: return undefined;
    }
  }

  #added(): void {
    kernel().touch(this.#tasks, ADD);
    this.#unfinished++;
  }

  #took(): void {
    const { id } = kernel().current();
    this.#got.set(id, (this.#got.get(id) ?? 0) + 1);
  }

  /** What a `taskDone` by the current task is: for a value that it got itself, it cannot be one too many. */
  #doing(): Access {
    return !this.#isMixedUp && (this.#got.get(kernel().current().id) ?? 0) > 0 ? DONE_OWN : DONE_LOOSELY;
  }

  #finished(n: number): void {
    const k = kernel();
    this.#unfinished -= n;
    this.#doneAt = k.release(this.#doneAt);
    if (this.#unfinished === 0) k.changed(this.#tasks);
  }

  #joined(): void {
    const k = kernel();
    k.touch(this.#tasks, WAIT);
    k.acquire(this.#doneAt);
    k.did('join', this[SHARED], { note: 'nothing unfinished' });
  }
}

/**
 * Python's `queue.LifoQueue`: what was put last comes out first. Otherwise like `Queue`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html#queue.LifoQueue (3.14).
 *
 * @rules threading-queue
 * @example
 * const plates = new LifoQueue<string>();
 * await plates.put('first');
 * await plates.put('last');
 * console.log(await plates.get()); // last
 */
export class LifoQueue<T> extends Queue<T> {
  /** @internal */
  protected override get kind(): string {
    return 'LifoQueue';
  }

  /** @internal */
  protected override order(): Order<Entry<T>> {
    return new LastIn();
  }
}

/**
 * Python's `queue.PriorityQueue`: the smallest value comes out first. Numbers, strings, and arrays of them, which are compared from the front
 * like Python's tuples. Otherwise like `Queue`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html#queue.PriorityQueue (3.14).
 *
 * @rules threading-queue
 * @example
 * const jobs = new PriorityQueue<[priority: number, name: string]>();
 * await jobs.put([2, 'sweep']);
 * await jobs.put([1, 'cook']);
 * console.log(await jobs.get()); // [1, 'cook']
 */
export class PriorityQueue<T> extends Queue<T> {
  /** @internal */
  protected override get kind(): string {
    return 'PriorityQueue';
  }

  /** @internal */
  protected override order(): Order<Entry<T>> {
    return new Smallest();
  }
}
