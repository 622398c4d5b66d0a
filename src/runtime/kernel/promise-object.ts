import type { ModelPromise } from './promise.ts';

/**
 * The object that learner code holds for a promise. It has nothing of its own: what it inherits is made anew for each run, so that a
 * program which changes `Promise.prototype` changes it for itself alone.
 */
export class PromiseObject {
  readonly #promise: ModelPromise;

  constructor(promise: ModelPromise) {
    this.#promise = promise;
  }

  /** The promise behind `value`, if it is one of ours: of a subclass too, and whatever its prototype has become. */
  static behind(value: unknown): ModelPromise | undefined {
    return typeof value === 'object' && value !== null && #promise in value ? value.#promise : undefined;
  }
}
