import type { Body, Outcome } from './operation.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';

/** A primitive's body that was called and not awaited yet. */
export class LazyBody {
  readonly #run: Run;
  readonly #body: Body<unknown>;
  readonly name: string;
  #promise: ModelPromise | undefined;
  /** What came of it, if it was run where it was awaited. */
  outcome: Outcome | undefined = undefined;

  constructor(run: Run, body: Body<unknown>, name: string) {
    this.#run = run;
    this.#body = body;
    this.name = name;
  }

  /** Makes a task of it, once. */
  start(): ModelPromise {
    this.#run.submissions.take(this);
    this.#promise ??= this.outcome !== undefined ? this.#run.settled(this.outcome) : this.#run.startAsync(this.#run.bodySteps(this.#body), this.name);
    return this.#promise;
  }
}
