import { quote } from '#base';
import { kernel, NOW } from '#kernel';
import { Chan } from './channel.ts';

/** One millisecond, one second: `sleep(2 * Second)`. */
export const Millisecond = 1;
export const Second = 1000;

/**
 * Waits for `ms` milliseconds of the program's own clock, then goes on. Zero or less returns at once.
 *
 * Sleeping orders nothing: another task may still not have run when the time is over, however long it was.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Sleep.
 */
export function sleep(ms: number): Promise<void> {
  checkDuration('sleep', ms);
  return kernel().run(kernel().sleep(Math.max(0, ms)), 'sleep');
}

/**
 * Uses a processor for `ms` milliseconds. While `sleep` leaves the processor to others, `work` holds one of the virtual cores: with
 * one core, two tasks that work for 10 ms need 20 ms.
 */
export function work(ms: number): Promise<void> {
  checkDuration('work', ms);
  return kernel().run(kernel().sleep(Math.max(0, ms), 'work'), 'work');
}

/**
 * A channel that receives one value, the time, after `ms` milliseconds. For the time-out case of a `select`.
 *
 * Semantics mirrored: https://pkg.go.dev/time#After.
 */
export function after(ms: number): Chan<number> {
  checkDuration('after', ms);
  const k = kernel();
  const channel = new Chan<number>(1, `after(${ms})`);
  k.timer(Math.max(0, ms), `after(${ms})`, () => {
    // The buffer has room for the one value, so this send never waits.
    void channel.sendNow(k.now());
  });
  return channel;
}

/** Milliseconds of the program's own clock since it started. */
export function now(): number {
  const k = kernel();
  k.touch(k.clock, NOW);
  return k.now();
}

function checkDuration(name: string, ms: number): void {
  if (!Number.isFinite(ms)) throw new TypeError(`${name} takes a number of milliseconds, not ${quote(ms)}`);
}
