import { checkFunction } from '#base';
import { Call, kernel, type Body } from '#kernel';
import { BeforeCall } from './before-call.ts';
import { Event, waitFor } from './event.ts';
import { Thread } from './thread.ts';
import { checkSeconds } from './timed.ts';

/**
 * Python's `threading.Timer`: a thread that waits `interval` seconds and then calls `fn`, unless it is cancelled before. It has to be
 * started like any other thread, and like any other it keeps the program alive.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#timer-objects (3.14). A timer whose call has begun cannot be cancelled.
 *
 * @rules threading#timer
 * @example
 * const alarm = new Timer(30, () => { console.log('late'); }); // late or nothing
 * alarm.start();
 * alarm.cancel();
 * await alarm.join();
 */
export class Timer<A extends readonly unknown[] = readonly unknown[]> extends Thread {
  readonly interval: number;
  readonly #fn: (...args: A) => unknown;
  readonly #args: A;
  readonly #finished = new Event();

  constructor(interval: number, fn: (...args: A) => unknown, args?: A) {
    checkFunction('Timer', fn, 'new Timer(30, work)');
    super({ name: fn.name === '' ? 'Timer-1' : fn.name });
    checkSeconds('Timer', interval);
    this.interval = interval;
    this.#fn = fn;
    this.#args = args ?? ([] as unknown as A);
  }

  /** Stops the timer, if it still waits. Does not wait, and does not say whether it came in time. */
  cancel(): void {
    this.#finished.set();
  }

  /** @internal */
  override run(): Promise<void> {
    return kernel().run(this.#wait(), 'run');
  }

  *#wait(): Body<void> {
    yield* waitFor(this.#finished, Math.max(0, this.interval));
    if (!this.#finished.isSet()) {
      yield new BeforeCall(this.#fn);
      yield new Call(this.#fn as (...args: never[]) => unknown, undefined, this.#args);
    }
    this.#finished.set();
  }
}
