import { print, PRINTED, quote } from '#base';
import type { Stamp } from './kernel.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import { SETTLE, UNHEARD } from './access.ts';

type State<T> =
  | { readonly kind: 'pending' }
  | { readonly kind: 'fulfilled'; readonly value: T }
  | { readonly kind: 'rejected'; readonly reason: unknown };

type Settle = (value?: unknown) => void;

/**
 * The `Promise` that learner code sees: it belongs to one run of the model, not to the host. Reactions run in first-in first-out
 * order at the end of the step that settled the promise, before any other task goes on.
 *
 * Semantics mirrored: ECMA-262, section 27.2.
 */
export class ModelPromise<T = unknown> {
  readonly run: Run;
  readonly shared: Shared;
  #state: State<T> = { kind: 'pending' };
  #locked = false;
  #reactions: (() => void)[] = [];
  /** Where it was settled. Several stamps for a promise that stands for several others. */
  stamp: Stamp | undefined;
  /** Whether anybody would hear of a rejection. */
  isHandled = false;

  constructor(run: Run, shared: Shared) {
    this.run = run;
    this.shared = shared;
  }

  get state(): State<T> {
    return this.#state;
  }

  get isSettled(): boolean {
    return this.#state.kind !== 'pending';
  }

  /** The pair that `new Promise(executor)` hands out: only the first call of either counts. */
  resolvers(): { resolve: Settle; reject: Settle } {
    let used = false;
    const once = (act: Settle): Settle => (value) => {
      this.run.touch(this.shared, SETTLE);
      if (used) return;
      used = true;
      act(value);
    };
    return { resolve: once((value) => this.resolve(value)), reject: once((reason) => this.reject(reason)) };
  }

  /** Fulfils with `value`, or follows it if it is a promise or another thenable. */
  resolve(value: unknown): void {
    if (this.#locked) return;
    this.#locked = true;
    if (value === this) return this.#settle({ kind: 'rejected', reason: new TypeError('Chaining cycle detected for promise') });
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return this.#settle({ kind: 'fulfilled', value: value as T });
    let then: unknown;
    try {
      then = (value as { then?: unknown }).then;
    } catch (reason) {
      return this.#settle({ kind: 'rejected', reason });
    }
    if (typeof then !== 'function') return this.#settle({ kind: 'fulfilled', value: value as T });
    this.run.job(() => this.#follow(value, then as (done: Settle, failed: Settle) => unknown));
  }

  reject(reason: unknown): void {
    if (this.#locked) return;
    this.#locked = true;
    this.#settle({ kind: 'rejected', reason });
  }

  then(done?: unknown, failed?: unknown): ModelPromise {
    const next = this.run.promise();
    const react = (): void => {
      const state = this.#state;
      if (state.kind === 'pending') return;
      const handler = state.kind === 'fulfilled' ? done : failed;
      next.stamp = this.stamp;
      if (typeof handler !== 'function') return state.kind === 'fulfilled' ? next.resolve(state.value) : next.reject(state.reason);
      try {
        next.resolve((handler as (value: unknown) => unknown)(state.kind === 'fulfilled' ? state.value : state.reason));
      } catch (reason) {
        next.reject(reason);
      }
    };
    this.isHandled = true;
    this.whenSettled(() => this.run.job(react));
    return next;
  }

  catch(failed?: unknown): ModelPromise {
    return this.then(undefined, failed);
  }

  finally(last?: unknown): ModelPromise {
    if (typeof last !== 'function') return this.then(last, last);
    const act = last as () => unknown;
    return this.then(
      (value: unknown) => this.run.resolved(act()).then(() => value),
      (reason: unknown) => this.run.resolved(act()).then(() => { throw reason; }),
    );
  }

  get [Symbol.toStringTag](): string {
    return 'Promise';
  }

  [PRINTED](): string {
    const state = this.#state;
    if (state.kind === 'pending') return 'Promise { <pending> }';
    return state.kind === 'fulfilled' ? `Promise { ${quote(state.value)} }` : `Promise { <rejected> ${print(state.reason)} }`;
  }

  /** Calls `react` once settled, at once if it is. For the kernel: not a job of its own. */
  whenSettled(react: () => void): void {
    if (this.isSettled) react();
    else this.#reactions.push(react);
  }

  #follow(value: unknown, then: (done: Settle, failed: Settle) => unknown): void {
    let used = false;
    const first = (act: () => void): void => {
      if (used) return;
      used = true;
      act();
    };
    const unlockAnd = (act: Settle): Settle => (inner) => first(() => {
      this.#locked = false;
      if (value instanceof ModelPromise) this.stamp = value.stamp;
      act.call(this, inner);
    });
    try {
      Reflect.apply(then, value, [unlockAnd(this.resolve), unlockAnd(this.reject)]);
    } catch (reason) {
      unlockAnd(this.reject)(reason);
    }
  }

  #settle(state: State<T>): void {
    this.#state = state;
    this.stamp = this.run.release(this.stamp);
    if (state.kind === 'rejected' && !this.isHandled) {
      this.run.rejections.add(this);
      this.run.touch(this.run.outputShared, UNHEARD);
    }
    const reactions = this.#reactions;
    this.#reactions = [];
    for (const react of reactions) react();
  }
}
