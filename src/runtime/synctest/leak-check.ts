import { checkFunction } from '#base';
import { Call, kernel, type Body, type Run } from '#kernel';
import { LEAK_CHECK_MS, LeakError } from './errors.ts';
import { standstill } from './standstill.ts';

/**
 * Runs `body`, lets all that can go on within 20 milliseconds do so, and fails if something that was started meanwhile still waits or sleeps: a send that
 * nobody receives, a lock that nobody lets go. Returns what `body` returns.
 *
 * It finds what leaks in the order that happens. The explorer runs it in every order, and finds what leaks in any without it.
 *
 * Order: all that was done before it looks happens before it returns.
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
export function leakCheck<R>(body: () => R): Promise<Awaited<R>> {
  checkFunction('leakCheck', body);
  const run = kernel() as Run;
  return run.run(checking(run, body) as Body<Awaited<R>>, 'leakCheck');
}

function* checking(run: Run, body: () => unknown): Body<unknown> {
  const mark = run.mark();
  const result: unknown = yield new Call(body, undefined, []);
  yield* run.settle(LEAK_CHECK_MS);
  const left = run.leftSince(mark);
  if (left.length > 0) throw new LeakError(standstill(run, left));
  return result;
}
