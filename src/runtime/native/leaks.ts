import { checkFunction } from '#base';
import { takeCharge } from '#kernel';
import { LEAK_CHECK_MS, LeakError } from '#runtime/synctest/errors';
import { NativeKernel } from './native-kernel.ts';

/**
 * Runs `body`, lets all that can go on at once do so, and fails if something of the library still waits: a send that nobody receives, a lock that
 * nobody lets go. Returns what `body` returns.
 *
 * It finds what leaks in the order that happened to happen. The explorer finds what leaks in any.
 *
 * Semantics mirrored: the leak check that Go programmers put at the end of a test, https://pkg.go.dev/go.uber.org/goleak#VerifyNone (2026-11).
 *
 * @throws LeakError with what waits, and where it began to
 * @throws what `body` fails with
 * @rules testing#leaks
 * @example
 * import { chan, go } from 'happens-before/go';
 *
 * const lose = () => {
 *   go('lost', async () => { await chan<number>().send(1); });
 * };
 * await leakCheck(lose).catch((error: Error) => {
 *   console.log(error.name); // LeakError
 * });
 */
export async function leakCheck<R>(body: () => R): Promise<Awaited<R>> {
  checkFunction('leakCheck', body);
  const kernel = new NativeKernel();
  kernel.watch();
  const before = takeCharge(kernel);
  try {
    const result = await body();
    for (let turn = 0; turn < LEAK_CHECK_MS && kernel.standstill().length > 0; turn++) await new Promise<void>((resolve) => { setTimeout(resolve, 1); });
    const leaks = kernel.standstill();
    if (leaks.length > 0) throw new LeakError(leaks);
    return result;
  } finally {
    takeCharge(before);
  }
}
