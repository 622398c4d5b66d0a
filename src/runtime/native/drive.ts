import { Call, Operation, type Body } from '#kernel';

/** Who does the operations of a body: performs at once what is ready, and promises the rest. */
export interface Doer {
  /** What came of `operation` if it is done now; `undefined` if it waits. */
  attempt(operation: Operation<unknown>): Done | undefined;
  wait(operation: Operation<unknown>): Promise<unknown>;
}

export interface Done {
  readonly failed: boolean;
  readonly value: unknown;
}

/**
 * Runs a primitive's body to its end: as far as it gets without waiting at once, in the caller's turn, as an async function does.
 * Operations that are ready are done without a promise in between.
 */
export function drive<T>(body: Body<T>, doer: Doer): Promise<T> {
  const first = advance(body, doer, false, undefined);
  if (!(first instanceof Pending)) return first.failed ? Promise.reject(first.value as Error) : Promise.resolve(first.value as T);
  return new Promise((resolve, reject) => {
    const goOn = (failed: boolean, value: unknown): void => {
      const next = advance(body, doer, failed, value);
      if (next instanceof Pending) next.promise.then((given) => { goOn(false, given); }, (reason: unknown) => { goOn(true, reason); });
      else if (next.failed) reject(next.value as Error);
      else resolve(next.value as T);
    };
    first.promise.then((given) => { goOn(false, given); }, (reason: unknown) => { goOn(true, reason); });
  });
}

/** The body waits for this. */
class Pending {
  readonly promise: PromiseLike<unknown>;

  constructor(promise: PromiseLike<unknown>) {
    this.promise = promise;
  }
}

/** Goes on until the body waits or ends. */
function advance(body: Body<unknown>, doer: Doer, failed: boolean, value: unknown): Done | Pending {
  for (;;) {
    let step: IteratorResult<unknown, unknown>;
    try {
      step = failed ? body.throw(value) : body.next(value);
    } catch (error) {
      return { failed: true, value: error };
    }
    if (step.done) return { failed: false, value: step.value };
    const next = take(step.value, doer);
    if (next instanceof Pending) return next;
    ({ failed, value } = next);
  }
}

function take(item: unknown, doer: Doer): Done | Pending {
  if (item instanceof Operation) return doer.attempt(item as Operation<unknown>) ?? new Pending(doer.wait(item as Operation<unknown>));
  let value: unknown = item;
  if (item instanceof Call) {
    try {
      value = Reflect.apply(item.callee, item.self, item.args as never[]);
    } catch (error) {
      return { failed: true, value: error };
    }
  }
  return isThenable(value) ? new Pending(Promise.resolve(value)) : { failed: false, value };
}

const isThenable = (value: unknown): boolean => value !== null && (typeof value === 'object' || typeof value === 'function') && typeof (value as { then?: unknown }).then === 'function';
