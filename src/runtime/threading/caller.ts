import { kernel } from '#kernel';
import { RuntimeError } from './errors.ts';

/**
 * For what belongs to the thread that calls. A browser does not keep across an `await` which thread goes on: a wrong answer there would be a
 * lock that two threads hold, so it is an error instead.
 *
 * @throws RuntimeError if this host cannot tell
 */
export function needCaller(what: string, instead: string): void {
  if (kernel().knowsCaller()) return;
  throw new RuntimeError(`${what} has to know which thread calls, and this host cannot tell. Why: browsers have no AsyncLocalStorage, which keeps it across an await in Node. Try: ${instead}`);
}
