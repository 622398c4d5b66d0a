import { quote } from '#base';
import { kernel, NOW } from '#kernel';
import { Chan } from './channel.ts';

/**
 * One millisecond, one second: `sleep(2 * Second)`.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Duration (Go 1.27).
 *
 * @rules time
 * @example
 * await sleep(20 * Millisecond);
 * console.log(Millisecond); // 1
 */
export const Millisecond = 1;
/**
 * A second, in the unit of all durations here: milliseconds.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Duration (Go 1.27).
 *
 * @rules time
 * @example
 * await sleep(2 * Second);
 * console.log(Second / Millisecond); // 1000
 */
export const Second = 1000;

/**
 * Waits for `ms` milliseconds of the program's own clock, then goes on. Zero or less returns at once.
 *
 * Sleeping orders nothing: another task may still not have run when the time is over, however long it was.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Sleep (Go 1.27).
 *
 * @rules time
 * @example
 * go(async () => { await sleep(10); console.log('a'); }); // a or nothing
 * await sleep(30);
 * console.log('main'); // main
 */
export function sleep(ms: number): Promise<void> {
  checkDuration('sleep', ms);
  return kernel().run(kernel().sleep(Math.max(0, ms)), 'sleep');
}

/**
 * Uses a processor for `ms` milliseconds. While `sleep` leaves the processor to others, `work` holds one of the virtual cores: with
 * one core, two tasks that work for 10 ms need 20 ms.
 *
 * Semantics mirrored: none: computing, which holds one of the cores that https://pkg.go.dev/runtime#GOMAXPROCS counts (Go 1.27).
 *
 * @rules time
 * @example
 * await work(30);
 * console.log(now()); // 30
 */
export function work(ms: number): Promise<void> {
  checkDuration('work', ms);
  return kernel().run(kernel().sleep(Math.max(0, ms), 'work'), 'work');
}

/**
 * A channel that receives one value, the time, after `ms` milliseconds. For the time-out case of a `select`.
 *
 * Semantics mirrored: https://pkg.go.dev/time#After (Go 1.27).
 *
 * @rules time
 * @example
 * const began = now();
 * await after(50).receive();
 * console.log(now() - began); // 50
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

/**
 * Milliseconds of the program's own clock since it started.
 *
 * Semantics mirrored: https://pkg.go.dev/time#Now (Go 1.27).
 *
 * @rules time
 * @example
 * const began = now();
 * await sleep(30);
 * console.log(now() - began); // 30
 */
export function now(): number {
  const k = kernel();
  k.touch(k.clock, NOW);
  return k.now();
}

/** @throws TypeError if `ms` is not a number, or endless */
export function checkDuration(name: string, ms: number): void {
  if (!Number.isFinite(ms)) throw new TypeError(`${name} takes a number of milliseconds, not ${quote(ms)}`);
}
