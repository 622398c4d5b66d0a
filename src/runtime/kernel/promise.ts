import { ASK, BEFORE_END, FULFIL, LOOK_SETTLED, REJECT, SETTLE, SETTLE_LATE, UNHEARD, type Access } from './access.ts';
import type { Stamp } from './kernel.ts';
import { promiseClassOf } from './promise-class.ts';
import { PromiseObject } from './promise-object.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';

type State<T> =
  | { readonly kind: 'pending' }
  | { readonly kind: 'fulfilled'; readonly value: T }
  | { readonly kind: 'rejected'; readonly reason: unknown };

export type Settle = (value?: unknown) => void;

/** What a reaction hands its result to: a promise of ours, or whatever a subclass made. The language calls it a capability. */
export interface Capability {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  /** The two as functions to hand out. */
  resolvers(): Resolvers;
  /** The promise as the program sees it. */
  readonly visible: unknown;
}

export interface Resolvers {
  readonly resolve: Settle;
  readonly reject: Settle;
}

const PENDING = { kind: 'pending' } as const;

/**
 * The state of a promise: it belongs to one run of the model, not to the host. The program sees its `visible` object. Reactions run in
 * first-in first-out order at the end of the step that settled the promise, before any other task goes on.
 *
 * Semantics mirrored: ECMA-262, section 27.2.
 */
export class ModelPromise<T = unknown> implements Capability {
  readonly run: Run;
  readonly shared: Shared;
  #state: State<T> = PENDING;
  #locked = false;
  #reactions: (() => void)[] | undefined = undefined;
  #visible: object | undefined = undefined;
  /** Where it was settled. Several stamps for a promise that stands for several others. */
  stamp: Stamp | undefined = undefined;
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

  /** The object that the program gets. Made when it is first asked for: most promises are awaited by the kernel alone. */
  get visible(): object {
    return (this.#visible ??= Reflect.construct(PromiseObject, [this], promiseClassOf(this.run)) as object);
  }

  /** For `new Promise` in the program, which may be a subclass: it makes the object itself. */
  showAs(object: object): void {
    this.#visible = object;
  }

  /** The pair that `new Promise(executor)` hands out: only the first call of either counts. */
  resolvers(): Resolvers {
    let used = false;
    const once = (act: Settle): Settle => (value) => {
      if (used) return this.run.touch(this.shared, SETTLE_LATE);
      used = true;
      act(value);
      // Bound to follow another: it is taken all the same.
      if (!this.isSettled) this.run.touch(this.shared, SETTLE);
    };
    return { resolve: once((value) => this.resolve(value)), reject: once((reason) => this.reject(reason)) };
  }

  /** Fulfils with `value`, or follows it if it is a promise or another thenable. */
  resolve(value: unknown): void {
    if (this.#locked) return;
    this.#locked = true;
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return this.#settle({ kind: 'fulfilled', value: value as T });
    if (value === this.#visible) return this.#settle({ kind: 'rejected', reason: new TypeError('Chaining cycle detected for promise') });
    let then: unknown;
    try {
      then = (value as { then?: unknown }).then;
    } catch (reason) {
      return this.#settle({ kind: 'rejected', reason });
    }
    if (typeof then !== 'function') return this.#settle({ kind: 'fulfilled', value: value as T });
    this.#followLater(value, then);
  }

  /** Follows a thenable whose `then` was looked up already. */
  follow(value: object, then: Function): void {
    this.#locked = true;
    this.#followLater(value, then);
  }

  reject(reason: unknown): void {
    if (this.#locked) return;
    this.#locked = true;
    this.#settle({ kind: 'rejected', reason });
  }

  /** Somebody asks to be told: in the step that settles it, after those who asked before, or in this one if it is settled. Others can tell which. */
  lookedAt(): void {
    this.run.touch(this.shared, this.isSettled ? LOOK_SETTLED : ASK);
  }

  /** The same for a part of several, to which one way of being settled, `plain`, is all the same. */
  lookedAtAs(part: Access, plain: 'fulfilled' | 'rejected'): void {
    if (this.#state.kind !== plain) this.run.touch(this.shared, part);
  }

  /** From now on somebody would hear of a rejection. */
  heard(): void {
    if (this.isHandled) return;
    this.isHandled = true;
    if (this.#state.kind !== 'fulfilled') this.run.touch(this.run.outputShared, BEFORE_END);
  }

  /** Calls the handler that fits, in a job of its own, and hands what it returns or throws to `next`. */
  react(done: unknown, failed: unknown, next: Capability | undefined): void {
    this.heard();
    const asked = this.isSettled ? undefined : this.run.release();
    const job = (): void => {
      const state = this.#state;
      if (state.kind === 'pending') return;
      // Whoever asked had done so before the job was made, in which it is told; and so had whoever settled the promise.
      this.run.hear(asked);
      this.run.hear(this.stamp);
      const handler = state.kind === 'fulfilled' ? done : failed;
      const given = state.kind === 'fulfilled' ? state.value : state.reason;
      const target = next instanceof ModelPromise ? next : PromiseObject.behind(next?.visible);
      if (target !== undefined && !target.isSettled) target.stamp = this.stamp;
      if (typeof handler !== 'function') return state.kind === 'fulfilled' ? next?.resolve(given) : next?.reject(given);
      let result: unknown;
      try {
        result = (handler as (value: unknown) => unknown)(given);
      } catch (reason) {
        return next?.reject(reason);
      }
      next?.resolve(result);
    };
    this.whenSettled(() => this.run.job(job));
  }

  /** `then` as the kernel's own thenables offer it. Gives what the program sees. */
  then(done?: unknown, failed?: unknown): unknown {
    const next = this.run.promise();
    this.lookedAt();
    this.react(done, failed, next);
    return next.visible;
  }

  catch(failed?: unknown): unknown {
    return this.then(undefined, failed);
  }

  finally(last?: unknown): unknown {
    return (this.visible as Promise<unknown>).finally(last as () => void);
  }

  /** Calls `react` once settled, at once if it is. For the kernel: not a job of its own. */
  whenSettled(react: () => void): void {
    if (this.isSettled) react();
    else (this.#reactions ??= []).push(react);
  }

  #followLater(value: object, then: Function): void {
    this.run.job(() => this.#follow(value, then));
  }

  #follow(value: object, then: Function): void {
    let used = false;
    const unlockAnd = (act: Settle): Settle => (inner) => {
      if (used) return;
      used = true;
      this.#locked = false;
      const source = PromiseObject.behind(value);
      if (source !== undefined) this.stamp = source.stamp;
      act.call(this, inner);
    };
    const fail = unlockAnd(this.reject);
    try {
      Reflect.apply(then, value, [unlockAnd(this.resolve), fail]);
    } catch (reason) {
      fail(reason);
    }
  }

  #settle(state: State<T>): void {
    this.#state = state;
    this.run.touch(this.shared, state.kind === 'rejected' ? REJECT : FULFIL);
    this.stamp = this.run.release(this.stamp);
    if (state.kind === 'rejected') {
      if (!this.isHandled) (this.run.rejections ??= new Set()).add(this);
      this.run.touch(this.run.outputShared, this.isHandled ? BEFORE_END : UNHEARD);
    }
    const reactions = this.#reactions;
    this.#reactions = undefined;
    if (reactions !== undefined) for (const react of reactions) react();
  }
}
