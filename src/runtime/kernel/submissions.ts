import { LazyBody } from './lazy-body.ts';
import type { Pos, Steps } from './lowered.ts';
import type { Body, Operation } from './operation.ts';
import { Pending } from './pending.ts';
import { performing } from './performing.ts';
import { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';

/** What was submitted in a call and has no task yet: an operation, or the body of several. */
export interface Submitted {
  readonly operation: Operation<unknown> | undefined;
  readonly body: Body<unknown> | undefined;
  readonly promise: unknown;
  /** Where the call stands. */
  readonly pos: Pos;
}

/**
 * What a primitive's method hands in is done in one of two ways: if the promise that it returns is awaited at once, where it is awaited, in
 * the same task; otherwise as a task of its own, like an async function that is called without `await`. So what comes in is kept until
 * the code that called shows which of the two it is.
 */
export class Submissions {
  readonly #run: Run;
  /** The last one, while nobody has awaited it and it has no task. */
  pending: Submitted | undefined = undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  submit<T>(operation: Operation<T>): Promise<T> {
    this.settle();
    const promise = new Pending(operation as Operation<unknown>) as unknown as Promise<T>;
    operation.isPublic = true;
    this.pending = { operation: operation as Operation<unknown>, body: undefined, promise, pos: this.#run.pos };
    return promise;
  }

  submitBody<T>(body: Body<T>, name: string): Promise<T> {
    this.settle();
    const promise = new Pending(new LazyBody(this.#run, body, name)) as unknown as Promise<T>;
    this.pending = { operation: undefined, body: body as Body<unknown>, promise, pos: this.#run.pos };
    return promise;
  }

  /** What was submitted as `promise`, which the caller is to do now; undefined if that is not what is pending. */
  take(promise: unknown): Submitted | undefined {
    const { pending } = this;
    if (pending === undefined || (pending.promise !== promise && Pending.behind(pending.promise) !== promise)) return undefined;
    this.pending = undefined;
    return pending;
  }

  /** The steps of doing it in the current task. */
  stepsOf({ operation, body }: Submitted): Steps {
    return operation === undefined ? this.#run.bodySteps(body as Body<unknown>) : performing(this.#run, operation);
  }

  /** A real promise of `operation`, which gets a task if it was not done where it was awaited. */
  promised<T>(operation: Operation<T>): Promise<T> {
    if (this.pending?.operation === operation) this.pending = undefined;
    operation.promise ??= operation.outcome === undefined ? this.#run.startAsync(once(operation as Operation<unknown>), operation.verb) : this.#run.settled(operation.outcome);
    return operation.promise as Promise<T>;
  }

  /** Starts what was submitted and not awaited at once: it becomes a task of its own. */
  settle(): void {
    const { pending } = this;
    if (pending === undefined) return;
    this.pending = undefined;
    const loose = Pending.behind(pending.promise);
    const promise = loose instanceof LazyBody ? loose.start() : pending.operation && this.promised(pending.operation);
    if (promise instanceof ModelPromise) this.#run.recorder?.startedUnawaited(promise, loose instanceof LazyBody ? loose.name : (pending.operation?.verb ?? ''), pending.pos);
  }
}

function* once(operation: Operation<unknown>): Steps {
  return yield operation;
}
