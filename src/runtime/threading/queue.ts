import { quote } from '#base';
import { ABOUT, ADD, DONE, kernel, Operation, PEEK, RECEIVE, SEND, SHARED, TRY_RECEIVE, TRY_SEND, WAIT, type Access, type Shared, type Stamp } from '#kernel';

/** Raised by `getNowait` on an empty queue. */
export class Empty extends Error {
  override name = 'Empty';
}

/** Raised by `putNowait` on a full queue. */
export class Full extends Error {
  override name = 'Full';
}

class PutOperation<T> extends Operation<void> {
  readonly verb = 'put';
  readonly reason = 'Queue.put';
  readonly resource: Shared;
  readonly #queue: Queue<T>;
  readonly #value: T;

  constructor(queue: Queue<T>, value: T) {
    super();
    this.#queue = queue;
    this.#value = value;
    this.resource = queue[SHARED];
  }

  ways(): number {
    return this.#queue.hasRoom() ? 1 : 0;
  }

  perform(): void {
    this.#queue.store(this.#value);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, SEND);
  }
}

class GetOperation<T> extends Operation<T> {
  readonly verb = 'get';
  readonly reason = 'Queue.get';
  readonly resource: Shared;
  readonly #queue: Queue<T>;

  constructor(queue: Queue<T>) {
    super();
    this.#queue = queue;
    this.resource = queue[SHARED];
  }

  ways(): number {
    return this.#queue.hasItems() ? 1 : 0;
  }

  perform(): T {
    return this.#queue.take();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, RECEIVE);
  }
}

class JoinOperation extends Operation<void> {
  readonly verb = 'join';
  readonly reason = 'Queue.join';
  readonly resource: Shared;
  readonly #queue: Queue<unknown>;

  constructor(queue: Queue<unknown>, tasks: Shared) {
    super();
    this.#queue = queue;
    this.resource = tasks;
  }

  ways(): number {
    return this.#queue.isFinished() ? 1 : 0;
  }

  perform(): void {
    this.#queue.joined();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WAIT);
  }
}

/**
 * Python's `queue.Queue`: values come out in the order in which they went in. With a `maxsize` above 0, `put` waits while it is full.
 *
 * Order: a `put` happens before the `get` that returns its value; every `taskDone` happens before a `join` that returns because of it.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html (3.14).
 *
 * @example
 * const jobs = new Queue<number>();
 * await jobs.put(7);
 * console.log(await jobs.get()); // 7
 */
export class Queue<T> {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly maxsize: number;
  readonly #tasks: Shared;
  readonly #items: { readonly value: T; readonly stamp: Stamp | undefined }[] = [];
  readonly #freed: (Stamp | undefined)[] = [];
  #stored = 0;
  #unfinished = 0;
  #doneAt: Stamp | undefined;

  constructor(maxsize = 0) {
    if (!Number.isInteger(maxsize)) throw new TypeError(`Queue takes a whole number as maxsize, not ${quote(maxsize)}`);
    this.maxsize = Math.max(0, maxsize);
    this[SHARED] = kernel().shared('queue', { capacity: this.maxsize });
    this.#tasks = kernel().shared('other', { name: 'unfinished tasks' });
  }

  /** Puts `value` at the end. Waits while the queue is full. */
  put(value: T): Promise<void> {
    return kernel().submit(new PutOperation(this, value));
  }

  /** Takes the value at the front. Waits while the queue is empty. */
  get(): Promise<T> {
    return kernel().submit(new GetOperation(this));
  }

  /** @throws Full if there is no room now */
  putNowait(value: T): void {
    if (this.hasRoom()) return this.store(value, TRY_SEND);
    kernel().touch(this[SHARED], PEEK);
    throw new Full('the queue is full');
  }

  /** @throws Empty if there is nothing to get now */
  getNowait(): T {
    if (this.hasItems()) return this.take(TRY_RECEIVE);
    kernel().touch(this[SHARED], PEEK);
    throw new Empty('the queue is empty');
  }

  /** Says that the work on one value got from the queue is finished. @throws Error (Python's ValueError) if called too often */
  taskDone(): void {
    const k = kernel();
    k.touch(this.#tasks, DONE);
    if (this.#unfinished === 0) throw new RangeError('task_done() called too many times');
    this.#unfinished--;
    k.did('taskDone', this[SHARED], { note: `${this.#unfinished} unfinished` });
    this.#doneAt = k.release(this.#doneAt);
    if (this.#unfinished === 0) k.changed(this.#tasks);
  }

  /** Waits until `taskDone` has been called for every value that was put. */
  join(): Promise<void> {
    return kernel().submit(new JoinOperation(this as Queue<unknown>, this.#tasks));
  }

  /** Values in the queue now. Another thread may change it before you look at the answer. */
  qsize(): number {
    kernel().touch(this[SHARED], PEEK);
    return this.#items.length;
  }

  empty(): boolean {
    return this.qsize() === 0;
  }

  full(): boolean {
    kernel().touch(this[SHARED], PEEK);
    return !this.hasRoom();
  }

  /** @internal */
  hasRoom(): boolean {
    return this.maxsize === 0 || this.#items.length < this.maxsize;
  }

  /** @internal */
  hasItems(): boolean {
    return this.#items.length > 0;
  }

  /** @internal */
  isFinished(): boolean {
    return this.#unfinished === 0;
  }

  /** @internal */
  store(value: T, access: Access = SEND): void {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.touch(this.#tasks, ADD);
    if (this.maxsize > 0 && this.#stored >= this.maxsize) k.acquire(this.#freed.shift());
    this.#stored++;
    this.#unfinished++;
    k.did('put', this[SHARED], { value: quote(value), flow: 'out' });
    this.#items.push({ value, stamp: k.release() });
    k.changed(this[SHARED]);
  }

  /** @internal */
  take(access: Access = RECEIVE): T {
    const k = kernel();
    const item = this.#items.shift();
    if (item === undefined) throw new Error('[internal] get from an empty queue');
    k.touch(this[SHARED], access);
    k.acquire(item.stamp, quote(item.value));
    k.did('get', this[SHARED], { value: quote(item.value), flow: 'in' });
    const stamp = k.release();
    if (this.maxsize > 0) this.#freed.push(stamp);
    k.changed(this[SHARED]);
    return item.value;
  }

  /** @internal */
  joined(): void {
    const k = kernel();
    k.touch(this.#tasks, WAIT);
    k.acquire(this.#doneAt);
    k.did('join', this[SHARED], { note: 'nothing unfinished' });
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    switch (method) {
      case 'putNowait': return { verb: 'put', access: SEND };
      case 'getNowait': return { verb: 'get', access: RECEIVE };
      case 'taskDone': return { verb: 'taskDone', access: DONE };
      case 'qsize': case 'empty': case 'full': return { verb: String(method), access: PEEK };
      default: return undefined;
    }
  }
}
