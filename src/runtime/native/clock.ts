import { hold, type Later } from './host.ts';

/** Real time, or a clock that a bubble moves. */
export interface Clock {
  /** Milliseconds since the start. */
  now(): number;
  /** Calls `act` once, after `ms`. `cancel` says whether it came in time. With `keepsAlive` the process waits for it in any case. */
  set(ms: number, act: () => void, keepsAlive?: boolean): { cancel(): boolean };
  /** Something waits from now on; nothing waits any more. */
  need(): void;
  release(): void;
}

/** What fits into the 32 bits of a host's timer. Beyond that, hosts fire at once. */
const LONGEST = 2 ** 31 - 1;

/** One timer of the host. */
class Alarm {
  readonly #clock: RealClock;
  readonly #act: () => void;
  readonly #due: number;
  readonly #keepsAlive: boolean;
  timer: unknown;
  #isOver = false;

  constructor(clock: RealClock, ms: number, act: () => void, keepsAlive: boolean) {
    this.#keepsAlive = keepsAlive;
    this.#clock = clock;
    this.#act = act;
    this.#due = clock.now() + ms;
    this.#arm(ms);
  }

  cancel(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    clearTimeout(this.timer as never);
    this.#clock.alarms.delete(this);
    return true;
  }

  hold(keeps: boolean): void {
    hold(this.timer, keeps || this.#keepsAlive);
  }

  /** A time that is longer than a host's timer goes is cut into pieces. */
  #arm(ms: number): void {
    this.timer = setTimeout(() => {
      const left = this.#due - this.#clock.now();
      if (left >= 1) return this.#arm(left);
      this.#isOver = true;
      this.#clock.alarms.delete(this);
      this.#act();
    }, Math.min(ms, LONGEST));
    this.hold(this.#clock.isHolding);
  }
}

/**
 * The host's clock and timers. A timer keeps the process alive while something waits for anything, and not otherwise: what is left of an
 * `after(30_000)` that nobody listens to does not hold up the end, and what somebody waits for does.
 */
export class RealClock implements Clock {
  /** Those that have not gone off. */
  readonly alarms = new Set<Alarm>();
  readonly #start = performance.now();
  readonly #later: Later;
  #isHolding = false;
  /** Something waits; `isHolding` follows, at once or a turn of the host later. */
  #isNeeded = false;

  constructor(later: Later) {
    this.#later = later;
  }

  get isHolding(): boolean {
    return this.#isHolding;
  }

  now(): number {
    return performance.now() - this.#start;
  }

  set(ms: number, act: () => void, keepsAlive = false): { cancel(): boolean } {
    const alarm = new Alarm(this, ms, act, keepsAlive);
    this.alarms.add(alarm);
    return alarm;
  }

  need(): void {
    this.#isNeeded = true;
    if (!this.#isHolding) this.#hold(true);
  }

  /** Mostly, something will wait again in a moment: looks once more when the host is at its next turn. */
  release(): void {
    this.#isNeeded = false;
    if (this.alarms.size > 0) this.#later(() => { if (!this.#isNeeded && this.#isHolding) this.#hold(false); });
  }

  #hold(keeps: boolean): void {
    this.#isHolding = keeps;
    for (const alarm of this.alarms) alarm.hold(keeps);
  }
}
