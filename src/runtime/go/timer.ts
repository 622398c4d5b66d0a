import { checkFunction } from '#base';
import { ABOUT, kernel, SHARED, type Access, type Shared } from '#kernel';
import { Chan } from './channel.ts';
import { go, taskName } from './go.ts';
import { checkDuration } from './time.ts';

/** What is done to a timer: two of these never commute. */
export const SET: Access = { bit: 1, after: 1, races: 1 };

/**
 * An event that comes once, after some time, unless it is stopped before. Make one with `newTimer` or `afterFunc`.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Timer (Go 1.23 and later): after `stop` or `reset`, no value from before can be received.
 *
 * @rules timer
 * @example
 * const timer = newTimer(50);
 * timer.stop();
 * console.log(timer.reset(20)); // false
 * await timer.c.receive();
 */
export class Timer {
  /** Receives the time once it is over. Never does for a timer of `afterFunc`, whose channel in Go is nil. */
  readonly c: Chan<number>;
  /** Which alarm it has, if any. */
  readonly #state: Shared = kernel().shared('timer');
  readonly #name: string;
  readonly #fire: () => void;
  #alarm: { cancel(): boolean };

  /** @internal */
  constructor(name: string, ms: number, c: Chan<number>, fire: () => void) {
    this.c = c;
    this.#name = name;
    this.#fire = fire;
    this.#alarm = this.#set(ms);
  }

  /** @internal */
  get [SHARED](): Shared {
    return this.c[SHARED];
  }

  /**
   * Stops the timer, and says whether that came in time: before its function was started, or before its value was received. Does not
   * wait, nor does it close the channel: who waits to receive goes on waiting.
   */
  stop(): boolean {
    const inTime = this.#clear();
    kernel().did('stop', this[SHARED], { note: inTime ? 'in time' : 'too late' });
    return inTime;
  }

  /** Starts it anew, to end `ms` from now. Says what `stop` would have said. */
  reset(ms: number): boolean {
    checkDuration('Timer.reset', ms);
    const inTime = this.#clear();
    kernel().did('reset', this[SHARED], { note: `${ms} ms` });
    this.#alarm = this.#set(ms);
    return inTime;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access; resource: Shared } | undefined {
    return method === 'stop' || method === 'reset' ? { verb: method, access: SET, resource: this.#state } : undefined;
  }

  #set(ms: number): { cancel(): boolean } {
    return kernel().timer(Math.max(0, ms), this.#name, this.#fire);
  }

  #clear(): boolean {
    kernel().touch(this.#state, SET);
    const wasSet = this.#alarm.cancel();
    return drain(this.c) || wasSet;
  }
}

/** Takes the value out of a timer's channel, if it is there. */
export function drain(channel: Chan<number>): boolean {
  if (channel.length === 0) return false;
  channel.takeNow();
  return true;
}

/**
 * A timer whose channel receives the time after `ms` milliseconds.
 *
 * Semantics mirrored: https://pkg.go.dev/time#NewTimer (Go 1.23 and later). The channel says that it has room for one value; Go's says none, and behaves the same.
 *
 * @rules timer
 * @example
 * const timer = newTimer(50);
 * await timer.c.receive();
 * console.log(timer.reset(50)); // false
 * console.log(timer.stop()); // true
 */
export function newTimer(ms: number): Timer {
  checkDuration('newTimer', ms);
  const channel = new Chan<number>(1);
  // The buffer has room for the one value, so this send never waits.
  return new Timer(`timer(${ms})`, ms, channel, () => { channel.sendNow(kernel().now()); });
}

/**
 * Calls `body` in a goroutine of its own after `ms` milliseconds, unless it is stopped before.
 *
 * Semantics mirrored: https://pkg.go.dev/time#AfterFunc (Go 1.27).
 *
 * @rules timer
 * @example
 * const alarm = afterFunc(50, () => { console.log('too late'); }); // too late or nothing
 * console.log(alarm.stop()); // true or false
 */
export function afterFunc(ms: number, body: () => unknown): Timer {
  checkDuration('afterFunc', ms);
  checkFunction('afterFunc', body, 'afterFunc(50, work)');
  return new Timer(`afterFunc(${ms})`, ms, new Chan<number>(), () => { go(taskName(body), body); });
}
