import { FAILED, kernel, RECEIVE, RECEIVE_CLOSED, SEND, SHARED, TRY_RECEIVE, TRY_RECEIVE_CLOSED, TRY_SEND, type Access, type Shared, type Stamp } from '#kernel';
import { ShutDown } from './errors.ts';
import { empty, full, NO_ITEM, NO_ROOM } from './queue-operations.ts';
import type { Order } from './queue-order.ts';

/** Who counts what goes in and comes out. */
export interface Counter {
  added(): void;
  took(): void;
}

export interface Entry<T> {
  readonly value: T;
  readonly stamp: Stamp | undefined;
}

/** A look at the length. A shutdown that empties the queue changes it. */
const LENGTH: Access = { bit: 8, after: 1 | 2 | 4, races: 1 | 2 | 4 };
/** A shutdown that takes out what is in the queue. */
const CLEAR: Access = { bit: 4, after: 1 | 2 | 4 | 8 | 16 | 64 | 128 | 4096, races: 1 | 2 | 4 | 8 | 16 | 64 | 128 | 4096 };
/** One that leaves it there. It can be done again. */
const SHUT: Access = { bit: 4, after: 1 | 4 | 64 | 128 | 4096, races: 1 | 4 | 64 | 128 | 4096 };
/** A look whether it was shut down. */
export const LOOK_SHUT: Access = { bit: 4096, after: 4, races: 4 };

/**
 * What is in a queue of any kind, and whether it was shut down. Where values come out in the order in which they went in, a `put` and a
 * `get` do not notice one another: the value ties them. In every other order, which value a `get` finds depends on the puts before it.
 */
export class Buffer<T> {
  readonly [SHARED]: Shared;
  /** `Queue`, `LifoQueue` … */
  readonly kind: string;
  readonly putAccess: Access;
  readonly getAccess: Access;
  isShutdown = false;
  readonly #isFifo: boolean;
  readonly #counter: Counter | undefined;
  readonly #order: Order<Entry<T>>;
  readonly #most: number;
  readonly #freed: (Stamp | undefined)[] = [];
  #stored = 0;
  #wasCleared = false;
  #shutAt: Stamp | undefined;

  constructor(kind: string, order: Order<Entry<T>>, most: number, isFifo: boolean, counter?: Counter) {
    this.kind = kind;
    this.#order = order;
    this.#most = most;
    this.#isFifo = isFifo;
    this.#counter = counter;
    this.putAccess = isFifo ? SEND : TRY_SEND;
    this.getAccess = isFifo ? RECEIVE : TRY_RECEIVE;
    this[SHARED] = kernel().shared('queue', { capacity: most });
  }

  hasRoom(): boolean {
    return this.#most === 0 || this.#order.size < this.#most;
  }

  hasItems(): boolean {
    return this.#order.size > 0;
  }

  size(): number {
    kernel().touch(this[SHARED], LENGTH);
    return this.#order.size;
  }

  looksFull(): boolean {
    kernel().touch(this[SHARED], LENGTH);
    return !this.hasRoom();
  }

  /** `isTry`: rather than wait, it would have raised. @throws ShutDown, Full */
  put(value: T, isTry: boolean): void {
    const k = kernel();
    const shared = this[SHARED];
    if (this.isShutdown) {
      k.touch(shared, FAILED);
      k.acquire(this.#shutAt);
      throw new ShutDown('the queue was shut down');
    }
    if (!this.hasRoom()) {
      k.touch(shared, NO_ROOM);
      return full();
    }
    k.touch(shared, isTry ? TRY_SEND : this.putAccess);
    if (this.#most > 0 && this.#stored >= this.#most) k.acquire(this.#freed.shift());
    k.did('put', shared, { value: k.shown(value), flow: 'out' });
    this.#order.push({ value, stamp: k.release() });
    this.#stored++;
    this.#counter?.added();
    k.changed(shared);
  }

  /** @throws ShutDown, Empty */
  get(isTry: boolean): T {
    const k = kernel();
    const shared = this[SHARED];
    if (!this.hasItems()) {
      if (!this.isShutdown) {
        k.touch(shared, NO_ITEM);
        return empty();
      }
      k.touch(shared, isTry || this.#wasCleared || !this.#isFifo ? TRY_RECEIVE_CLOSED : RECEIVE_CLOSED);
      k.acquire(this.#shutAt);
      throw new ShutDown('the queue was shut down, and nothing is left in it');
    }
    k.touch(shared, isTry ? TRY_RECEIVE : this.getAccess);
    const { value, stamp } = this.#order.pop() as Entry<T>;
    k.acquire(stamp, k.shown(value));
    k.did('get', shared, { value: k.shown(value), flow: 'in' });
    const freed = k.release();
    if (this.#most > 0) this.#freed.push(freed);
    this.#counter?.took();
    k.changed(shared);
    return value;
  }

  /** Returns how many values it took out: all, or none. */
  shutdown(isImmediate: boolean): number {
    const k = kernel();
    k.touch(this[SHARED], isImmediate ? CLEAR : SHUT);
    k.did('shutdown', this[SHARED], isImmediate ? { note: 'at once' } : {});
    this.isShutdown = true;
    this.#shutAt = k.release(this.#shutAt);
    let taken = 0;
    if (isImmediate) {
      this.#wasCleared = true;
      for (; this.#order.size > 0; taken++) this.#order.pop();
    }
    k.changed(this[SHARED]);
    return taken;
  }
}
