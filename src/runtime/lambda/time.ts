import { quote } from '#base';
import { kernel, readClock } from '#kernel';

/**
 * Waits for `ms` milliseconds of virtual time, as a handler does that waits for a database. Zero or less returns at once.
 *
 * Semantics mirrored: none: in a handler on AWS it is a promise that `setTimeout` keeps (model of 2026-11).
 *
 * @rules time
 * @example
 * await sleep(30);
 * console.log(now()); // 30
 */
export function sleep(ms: number): Promise<void> {
  if (!Number.isFinite(ms)) throw new TypeError(`sleep takes a number of milliseconds, not ${quote(ms)}`);
  const k = kernel();
  return k.run(k.sleep(Math.max(0, ms)), 'sleep');
}

/**
 * Milliseconds of virtual time since the program began. With SnapStart, code outside of the handler is told when the function was made,
 * however much later its environment is restored.
 *
 * Semantics mirrored: none: the model's own clock; in a handler on AWS it is `Date.now()` (model of 2026-11).
 *
 * @rules time
 * @example
 * const began = now();
 * await sleep(30);
 * console.log(now() - began); // 30
 */
export function now(): number {
  return readClock(kernel());
}
