import { quote } from '#base';
import { kernel, told } from '#kernel';

/**
 * Sets how many cores there are for `work`, and returns how many there were. With `n` below 1 it only tells. A program starts with one.
 *
 * It makes no difference to anything but `work(ms)`: tasks take turns at every step however many cores there are, and the explorer tries all orders.
 * A smaller number takes nobody's core away; it counts from the next `work` on.
 *
 * Semantics mirrored: https://pkg.go.dev/runtime#GOMAXPROCS (Go 1.27), which starts with as many as the machine has.
 *
 * @throws TypeError if `n` is not a whole number
 * @rules max-procs
 * @example
 * GOMAXPROCS(4);
 * console.log(GOMAXPROCS(0)); // 4
 */
export const GOMAXPROCS: (n: number) => number = /* @__PURE__ */ told('GOMAXPROCS', function GOMAXPROCS(n: number) {
  if (!Number.isInteger(n)) throw new TypeError(`GOMAXPROCS takes a whole number, not ${quote(n)}`);
  return kernel().maxProcs(n < 1 ? undefined : n);
});
