import { ABOUT, kernel, PEEK, RECEIVE, SEND, SHARED, type Access, type Shared } from '#kernel';
import { Buffer } from './queue-buffer.ts';
import { getting } from './queue-operations.ts';
import { FirstIn } from './queue-order.ts';
import { notNegative } from './timed.ts';

/**
 * Python's `queue.SimpleQueue`: first in, first out, without a limit, and without `taskDone`, `join` and `shutdown`. So `put` never waits.
 *
 * Order: a `put` happens before the `get` that returns its value.
 *
 * Semantics mirrored: https://docs.python.org/3/library/queue.html#simplequeue-objects (3.14).
 *
 * @rules threading-queue
 * @example
 * const lines = new SimpleQueue<string>();
 * lines.put('ready');
 * console.log(await lines.get()); // ready
 */
export class SimpleQueue<T> {
  readonly #buffer = new Buffer<T>('SimpleQueue', new FirstIn(), 0, true);

  /** @internal */
  get [SHARED](): Shared {
    return this.#buffer[SHARED];
  }

  /** Puts `value` at the end. Never waits: there is always room. */
  put(value: T): void {
    this.#buffer.put(value, false);
  }

  /** The same: there for code that is written for a `Queue`. */
  putNowait(value: T): void {
    this.#buffer.put(value, false);
  }

  /**
   * Takes the value at the front. Waits while the queue is empty; with `block` false not at all, with a `timeout` at most so many seconds.
   *
   * @throws Empty if there was nothing in that time
   * @throws ValueError "'timeout' must be a non-negative number"
   */
  get(block = true, timeout?: number): Promise<T> {
    return kernel().submit(getting(this.#buffer, block, notNegative('get', timeout)));
  }

  /** Takes the value at the front, if there is one now. Does not wait. @throws Empty */
  getNowait(): T {
    return this.#buffer.get(true);
  }

  /** How many values are in the queue now. Another thread may change it before you look at the answer. */
  qsize(): number {
    return this.#buffer.size();
  }

  /** Whether nothing is in the queue now; see `qsize`. */
  empty(): boolean {
    return this.#buffer.size() === 0;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    switch (method) {
      case 'put': case 'putNowait': return { verb: 'put', access: SEND };
      case 'getNowait': return { verb: 'get', access: RECEIVE };
      case 'qsize': case 'empty': return { verb: String(method), access: PEEK };
      default: return undefined;
    }
  }
}
