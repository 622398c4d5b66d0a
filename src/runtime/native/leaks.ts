import { checkFunction } from '#base';
import { takeCharge } from '#kernel';
import { NativeKernel } from './native-kernel.ts';
import { describeWaiting, type Standstill } from './standstill.ts';

/** Turns of a millisecond within which what can go on is expected to have done so. */
const TURNS = 20;

/**
 * What `leakCheck` throws: something still waits, or sleeps, when the test has ended.
 *
 * Semantics mirrored: https://pkg.go.dev/go.uber.org/goleak#VerifyNone (2026-11).
 */
export class LeakError extends Error {
  override readonly name = 'LeakError';
  readonly leaks: readonly Standstill[];

  /** @internal */
  constructor(leaks: readonly Standstill[]) {
    super([`${leaks.length} ${leaks.length === 1 ? 'goroutine has' : 'goroutines have'} not ended`, ...leaks.map(describeWaiting)].join('\n  '));
    this.leaks = leaks;
  }
}

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
    for (let turn = 0; turn < TURNS && kernel.standstill().length > 0; turn++) await new Promise<void>((resolve) => { setTimeout(resolve, 1); });
    const leaks = kernel.standstill();
    if (leaks.length > 0) throw new LeakError(leaks);
    return result;
  } finally {
    takeCharge(before);
  }
}
