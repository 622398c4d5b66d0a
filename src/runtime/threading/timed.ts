import { quote } from '#base';
import { AWAIT, kernel, Operation, SETTLE, type Access, type Shared, type Side, type TaskRef } from '#kernel';
import { ValueError } from './errors.ts';

/** A moment on the program's clock, and whether it has come. */
class Deadline {
  readonly shared: Shared = kernel().shared('timer', { name: 'timeout' });
  hasCome = false;
  readonly #alarm: { cancel(): boolean };

  constructor(seconds: number) {
    this.#alarm = kernel().timer(seconds * 1000, `timeout(${seconds})`, () => {
      kernel().touch(this.shared, SETTLE);
      this.hasCome = true;
      kernel().changed(this.shared);
    });
  }

  cancel(): void {
    this.#alarm.cancel();
  }
}

/** How somebody looks who finds nothing to do: at the operation's own resource, or at several. */
export type Look = Access | ((touch: (resource: Shared, access: Access) => void) => void);

/**
 * `inner`, or the end of `seconds`, whichever comes first. While `inner` can be done, time does not run out: as in CPython, who finds
 * a lock free takes it however late it is. So running out of time depends on what `inner` waits for, and `look` says how: it is the
 * access of one who looked and found that there was nothing to do. `late` says what comes of it then: a value, or an error. `mayGo`: whether
 * somebody whose time ran out can go on at all.
 *
 * The clock starts when this is made.
 */
export class Timed<T> extends Operation<T> {
  readonly verb: string;
  readonly reason: string;
  readonly resource: Shared | undefined;
  readonly #inner: Operation<T>;
  readonly #look: Look;
  readonly #late: () => T;
  readonly #mayGo: () => boolean;
  readonly #deadline: Deadline;

  constructor(inner: Operation<T>, look: Look, seconds: number, late: () => T, mayGo: () => boolean) {
    super();
    this.verb = inner.verb;
    this.reason = inner.reason;
    this.resource = inner.resource;
    this.#inner = inner;
    this.#look = look;
    this.#late = late;
    this.#mayGo = mayGo;
    this.#deadline = new Deadline(seconds);
  }

  ways(): number {
    this.#inner.owner = this.owner;
    const ways = this.#inner.ways();
    return ways === 0 && this.#deadline.hasCome && this.#mayGo() ? 1 : ways;
  }

  perform(way: number): T {
    if (this.#inner.ways() > 0) {
      this.#deadline.cancel();
      return this.#inner.perform(way);
    }
    const k = kernel();
    k.touch(this.#deadline.shared, AWAIT);
    this.#looks((resource, access) => { k.touch(resource, access); });
    k.did(this.verb, this.resource, { note: 'timed out' });
    return this.#late();
  }

  override get waitsAtSeveral(): boolean {
    return true;
  }

  override wayKey(way: number): number {
    return this.#inner.ways() > 0 ? this.#inner.wayKey(way) : -1;
  }

  intend(touch: (resource: Shared, access: Access, together?: number) => void): void {
    this.#inner.owner = this.owner;
    this.#inner.intend(touch);
    touch(this.#deadline.shared, AWAIT, -1);
    this.#looks((resource, access) => { touch(resource, access, -1); });
  }

  #looks(touch: (resource: Shared, access: Access) => void): void {
    if (typeof this.#look === 'function') this.#look(touch);
    else if (this.resource !== undefined) touch(this.resource, this.#look);
  }

  override meetings(visit: (place: Shared, side: Side, waits: boolean) => void): void {
    this.#inner.meetings(visit);
  }

  override park(): void {
    this.#inner.owner = this.owner;
    this.#inner.park();
  }

  override unpark(): void {
    this.#inner.unpark();
  }

  override holder(): TaskRef | undefined {
    return this.#inner.holder();
  }

  override waitsFor(): TaskRef | undefined {
    return this.#inner.waitsFor();
  }
}

/** `inner`, for at most `seconds` if that is given. */
export const within = <T>(inner: Operation<T>, look: Look, seconds: number | undefined, late: () => T, mayGo = always): Operation<T> =>
  seconds === undefined ? inner : new Timed(inner, look, seconds, late, mayGo);

const always = (): boolean => true;

export const no = (): boolean => false;

/** Longer than this no original waits: `threading.TIMEOUT_MAX`, which is about 292 years. */
const TIMEOUT_MAX = 9_223_372_036;

/** @throws TypeError if `seconds` is not a number, RangeError if it is endless */
export function checkSeconds(name: string, seconds: number): void {
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) throw new TypeError(`${name} takes a number of seconds, not ${quote(seconds)}`);
  if (seconds > TIMEOUT_MAX) throw new RangeError(`timeout value is too large. To wait without an end, give ${name} no timeout.`);
}

/** `timeout` of what treats a negative one as 0: `Event.wait`, `join`. Undefined waits for ever. */
export function atLeastZero(name: string, timeout: number | undefined): number | undefined {
  if (timeout === undefined) return undefined;
  checkSeconds(name, timeout);
  return Math.max(0, timeout);
}

/** `timeout` of what refuses a negative one: `Queue.get`, `Queue.put`. */
export function notNegative(name: string, timeout: number | undefined): number | undefined {
  if (timeout === undefined) return undefined;
  checkSeconds(name, timeout);
  if (timeout < 0) throw new ValueError("'timeout' must be a non-negative number");
  return timeout;
}

/** The pair of `Lock.acquire`: -1 waits for ever, and who does not wait has no timeout. */
export function lockTimeout(name: string, blocking: boolean, timeout: number): number | undefined {
  checkSeconds(name, timeout);
  if (!blocking && timeout !== -1) throw new ValueError("can't specify a timeout for a non-blocking call");
  if (timeout < 0 && timeout !== -1) throw new ValueError('timeout value must be a non-negative number');
  if (!blocking) return 0;
  return timeout === -1 ? undefined : timeout;
}
