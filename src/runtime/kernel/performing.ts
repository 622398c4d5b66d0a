import type { Steps } from './lowered.ts';
import { Call, Operation, type Body } from './operation.ts';
import type { Run } from './run.ts';
import { Wake } from './time.ts';

/** The steps of doing `operation` in the current task. */
export function* performing(run: Run, operation: Operation<unknown>): Steps {
  // Only waiting lets others go: what can be done at once is done in the same step. Who sleeps waits; who works is busy, and lets nobody in.
  if (run.mode === 'cooperative' && (operation instanceof Wake ? operation.reason === 'work' : operation.ways() === 1)) {
    operation.owner = run.current();
    return operation.perform(0);
  }
  return yield operation;
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
