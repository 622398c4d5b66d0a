import { ABOUT, kernel, NOW, SHARED, type Access, type Operation, type Shared } from '#kernel';
import { Chan } from './channel.ts';
import { Panic } from './panic.ts';
import { checkDuration } from './time.ts';
import { drain, SET } from './timer.ts';

/** A channel that tells when its value has been taken. */
export class TickChannel extends Chan<number> {
  readonly #whenTaken: () => void;

  constructor(whenTaken: () => void) {
    super(1);
    this.#whenTaken = whenTaken;
  }

  override performReceive(self: Operation<unknown>, way: number, immediate = false): readonly [number | undefined, boolean] {
    const received = super.performReceive(self, way, immediate);
    this.#whenTaken();
    return received;
  }
}

/**
 * A channel that receives the time again and again. Make one with `newTicker`.
 *
 * It does not wait for a slow receiver: while a value has not been received, the ticks that follow are dropped.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Ticker (Go 1.23 and later). When `main` has returned, it ticks no more: a goroutine that
 * goes on receiving is left waiting, and is a leak.
 *
 * @rules timer
 * @example
 * const ticker = newTicker(10);
 * console.log(await ticker.c.receive()); // 10
 * ticker.stop();
 */
export class Ticker {
  readonly c: Chan<number>;
  /** Which alarm it has, if any. */
  readonly #state: Shared = kernel().shared('timer');
  #period: number;
  /** When the next tick is due. */
  #next: number;
  #alarm: { cancel(): boolean } | undefined;
  #isStopped = false;

  /** @internal */
  constructor(period: number) {
    this.c = new TickChannel(() => { this.#goOn(); });
    this.#period = period;
    this.#next = currentTime() + period;
    this.#set();
  }

  /** @internal */
  get [SHARED](): Shared {
    return this.c[SHARED];
  }

  /** Ends the ticks. Does not close the channel: who waits to receive goes on waiting. */
  stop(): void {
    this.#isStopped = true;
    this.#clear();
    kernel().did('stop', this[SHARED]);
  }

  /** From now on it ticks every `ms` milliseconds, the first time after `ms`; also if it was stopped. @throws Panic "non-positive interval for Ticker.Reset" */
  reset(ms: number): void {
    checkPeriod('Ticker.Reset', ms);
    this.#clear();
    kernel().did('reset', this[SHARED], { note: `${ms} ms` });
    this.#isStopped = false;
    this.#period = ms;
    this.#next = currentTime() + ms;
    this.#set();
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access; resource: Shared } | undefined {
    return method === 'stop' || method === 'reset' ? { verb: method, access: SET, resource: this.#state } : undefined;
  }

  #clear(): void {
    kernel().touch(this.#state, SET);
    this.#alarm?.cancel();
    this.#alarm = undefined;
    drain(this.c);
  }

  #set(): void {
    kernel().touch(this.#state, SET);
    this.#alarm = kernel().timer(Math.max(0, this.#next - kernel().now()), `tick(${this.#period})`, () => { this.#tick(); });
  }

  #tick(): void {
    this.#next += this.#period;
    this.c.sendNow(kernel().now());
  }

  /**
   * The value was received. The ticks since then were dropped, so they need not have happened; the next is the first that is not past.
   * A ticker that nobody listens to does nothing, and keeps nothing going.
   */
  #goOn(): void {
    if (this.#isStopped || kernel().mainReturned) return;
    const late = currentTime() - this.#next;
    if (late > 0) this.#next += Math.ceil(late / this.#period) * this.#period;
    this.#set();
  }
}

/**
 * A ticker that ticks every `ms` milliseconds, the first time after `ms`.
 *
 * Semantics mirrored: https://pkg.go.dev/time#NewTicker (Go 1.27).
 *
 * @throws Panic "non-positive interval for NewTicker"
 * @rules timer
 * @example
 * const ticker = newTicker(10);
 * await ticker.c.receive();
 * console.log(await ticker.c.receive()); // 20
 * ticker.stop();
 */
export function newTicker(ms: number): Ticker {
  checkPeriod('NewTicker', ms);
  return new Ticker(ms);
}

function checkPeriod(name: string, ms: number): void {
  checkDuration(name, ms);
  if (ms <= 0) throw new Panic(`non-positive interval for ${name}`);
}

function currentTime(): number {
  const k = kernel();
  k.touch(k.clock, NOW);
  return k.now();
}

// A program gets objects of it.
