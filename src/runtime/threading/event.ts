import { ABOUT, kernel, Operation, ReadyOperation, SHARED, type Access, type Body, type Shared, type Stamp } from '#kernel';
import { atLeastZero, no, within } from './timed.ts';

/**
 * Bits: 1 sets the flag, 2 clears it, 4 looks at it, 8 joins those who wait, 16 is woken, 32 runs out of time, 64 clears what is clear
 * already.
 */
const SET: Access = { bit: 1, after: 1 | 2 | 4 | 8 | 32 | 64, races: 1 | 2 | 4 | 8 | 32 | 64 };
const CLEAR: Access = { bit: 2, after: 1 | 4 | 8 | 64, races: 1 | 4 | 8 | 64 };
const CLEAR_AGAIN: Access = { bit: 64, after: 1 | 2, races: 1 | 2 };
const LOOK: Access = { bit: 4, after: 1 | 2, races: 1 | 2 };
const JOIN: Access = { bit: 8, after: 1 | 2, races: 1 | 2 };
/** Only the `set` that woke it has to come before, and its stamp says which. Later ones have nothing to do with it. */
const WOKEN: Access = { bit: 16, after: 0, races: 0 };
const NOT_WOKEN: Access = { bit: 32, after: 1, races: 1 };

/** First part of a `wait`: goes on if the flag is set, otherwise joins those who wait for it. */
class EnterOperation extends ReadyOperation<Waiter | undefined> {
  readonly verb = 'wait';
  readonly reason = 'Event.wait';
  readonly resource: Shared;
  readonly #event: Event;

  constructor(event: Event) {
    super();
    this.#event = event;
    this.resource = event[SHARED];
  }

  perform(): Waiter | undefined {
    return this.#event.enter();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, LOOK);
    touch(this.resource, JOIN);
  }
}

class Waiter extends Operation<boolean> {
  readonly verb = 'wake';
  readonly reason = 'Event.wait';
  readonly resource: Shared;
  setAt: Stamp | undefined;
  isWoken = false;

  constructor(resource: Shared) {
    super();
    this.resource = resource;
  }

  ways(): number {
    return this.isWoken ? 1 : 0;
  }

  perform(): boolean {
    const k = kernel();
    k.touch(this.resource, WOKEN);
    k.acquire(this.setAt);
    k.did('wake', this.resource);
    return true;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WOKEN);
  }
}

/**
 * Python's `threading.Event`: a flag that threads can wait for.
 *
 * A thread that waits when the flag is set goes on, even if the flag is cleared before it gets that far. A thread that comes after
 * `clear` waits for the next `set`: a flag that is set and cleared at once is not a message for everybody.
 *
 * Order: a `set` happens before a `wait` returns because of it, and before an `isSet` that sees it.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#event-objects (3.14).
 *
 * @rules threading-locks#event
 * @example
 * let page = '';
 * const ready = new Event();
 * const load = async () => { page = 'tea'; ready.set(); };
 * new Thread({ target: load }).start();
 * await ready.wait();
 * console.log(page); // tea
 */
export class Event {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('condition');
  #isSet = false;
  #setAt: Stamp | undefined;
  #waiting: Waiter[] = [];

  /** Whether the flag is set. Another thread may change it before you look at the answer. */
  isSet(): boolean {
    const k = kernel();
    k.touch(this[SHARED], LOOK);
    if (this.#isSet) k.acquire(this.#setAt);
    k.did('isSet', this[SHARED], { value: String(this.#isSet), flow: 'in' });
    return this.#isSet;
  }

  /** Sets the flag, and lets all go on who wait for it. Does not wait. */
  set(): void {
    const k = kernel();
    k.touch(this[SHARED], SET);
    k.did('set', this[SHARED]);
    this.#isSet = true;
    this.#setAt = k.release(this.#setAt);
    for (const waiter of this.#waiting) {
      waiter.isWoken = true;
      waiter.setAt = this.#setAt;
    }
    this.#waiting = [];
    k.changed(this[SHARED]);
  }

  /** Clears the flag: who calls `wait` from now on waits until it is set again. Does not wait. */
  clear(): void {
    const k = kernel();
    k.touch(this[SHARED], this.#isSet ? CLEAR : CLEAR_AGAIN);
    k.did('clear', this[SHARED]);
    this.#isSet = false;
  }

  /** Waits until the flag is set, and returns true; or false if `timeout` seconds were over before. */
  wait(timeout?: number): Promise<boolean> {
    return kernel().run(waitFor(this, atLeastZero('Event.wait', timeout)), 'wait');
  }

  /** @internal Undefined: it is set. */
  enter(): Waiter | undefined {
    const k = kernel();
    k.touch(this[SHARED], this.#isSet ? LOOK : JOIN);
    k.did('wait', this[SHARED]);
    if (this.#isSet) {
      k.acquire(this.#setAt);
      return undefined;
    }
    const waiter = new Waiter(this[SHARED]);
    this.#waiting.push(waiter);
    return waiter;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'set') return { verb: 'set', access: SET };
    if (method === 'clear') return { verb: 'clear', access: CLEAR };
    return method === 'isSet' ? { verb: 'isSet', access: LOOK } : undefined;
  }
}

/** Also the wait of a `Timer`. */
export function* waitFor(event: Event, seconds: number | undefined): Body<boolean> {
  const waiter = (yield new EnterOperation(event)) as Waiter | undefined;
  if (waiter === undefined) return true;
  return seconds === 0 ? false : ((yield within(waiter, NOT_WOKEN, seconds, no)) as boolean);
}
