import { AWAIT, type Access } from './access.ts';
import { Operation } from './operation.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';

/** Waits until a promise is settled. */
export class AwaitOperation extends Operation<unknown> {
  readonly verb = 'await';
  readonly reason = 'await';
  readonly resource: Shared;
  readonly #run: Run;
  readonly #promise: ModelPromise;

  constructor(run: Run, promise: ModelPromise) {
    super();
    this.#run = run;
    this.#promise = promise;
    this.resource = promise.shared;
    promise.heard();
  }

  ways(): number {
    return this.#promise.isSettled ? 1 : 0;
  }

  perform(): unknown {
    this.#run.touch(this.resource, AWAIT);
    this.#run.acquire(this.#promise.stamp);
    const state = this.#promise.state;
    if (state.kind === 'rejected') throw state.reason;
    return state.kind === 'fulfilled' ? state.value : undefined;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, AWAIT);
  }

  override waitsFor(): Task | undefined {
    return this.#run.tasks.find((task) => task.promise === this.#promise);
  }
}
