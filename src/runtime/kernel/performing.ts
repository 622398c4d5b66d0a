import type { Steps } from './lowered.ts';
import { TURN } from './access.ts';
import { Call, Operation, type Body } from './operation.ts';
import type { Shared } from './shared.ts';
import type { Run } from './run.ts';
import { Wake } from './time.ts';

/** The steps of doing `operation` in the current task. */
export function* performing(run: Run, operation: Operation<unknown>): Steps {
  // Only waiting lets others go: what can be done at once is done in the same step. Who sleeps waits; who works is busy, and lets nobody in.
  if (run.mode !== 'cooperative' || (operation instanceof Wake && operation.reason === 'sleep')) return yield operation;
  takeTurn(run, operation);
  if (operation instanceof Wake || operation.ways() === 1) {
    operation.owner = run.current();
    return operation.perform(0);
  }
  const value: unknown = yield operation;
  takeTurn(run, operation);
  return value;
}

/** The step finds out whether the operation can be done at once. Time is another matter: who works does not wait, and who sleeps does. */
function takeTurn(run: Run, operation: Operation<unknown>): void {
  const touch = (resource: Shared): void => {
    if (resource !== run.clock && resource !== run.cores) run.touch(resource, TURN);
  };
  operation.meetings(touch);
  operation.intend(touch);
}

/** The steps of a primitive's body in the current task. `call` makes a call of learner code, `wait` waits for a promise. */
export function* performingAll(run: Run, body: Body<unknown>, call: (call: Call) => Steps, wait: (value: unknown) => Steps): Steps {
  let next: IteratorResult<unknown, unknown> = body.next();
  for (;;) {
    if (next.done) return next.value;
    const item: unknown = next.value;
    let value: unknown;
    try {
      if (item instanceof Operation) value = yield* performing(run, item as Operation<unknown>);
      else if (item instanceof Call) value = yield* call(item);
      else value = yield* wait(item);
    } catch (error) {
      next = body.throw(error);
      continue;
    }
    next = body.next(value);
  }
}
