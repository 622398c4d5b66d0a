import { ASK_ALL, ASK_ANY } from './access.ts';
import type { Stamp } from './kernel.ts';
import { capability, promiseResolve, speciesOf, type PromiseClass } from './promise-capability.ts';
import { PromiseObject } from './promise-object.ts';
import type { Capability, ModelPromise, Settle } from './promise.ts';
import type { Current } from './promise-class.ts';

type Statics = Readonly<Record<string, (...args: never[]) => unknown>>;
type Maker = { readonly resolve?: unknown };
type Ask = (part: ModelPromise) => void;

/** Parts that are fulfilled one by one may be so before or after they are asked; whether one was rejected before it was asked may matter. */
const askForAll: Ask = (part) => part.lookedAtAs(ASK_ALL, 'fulfilled');
const askForAny: Ask = (part) => part.lookedAtAs(ASK_ANY, 'rejected');
const askForFirst: Ask = (part) => part.lookedAt();

/**
 * The static methods of a run's `Promise`. Each may be called on a subclass. `Promise.all` waits for its parts in any order without
 * multiplying orders: their completions do not depend on one another. Which part is the first to be rejected, or the first to count for
 * `race` and `any`, is a matter of order, and touches the result.
 *
 * Semantics mirrored: ECMA-262, section 27.2.4.
 */
export function makeCombinators(current: Current, Promise: PromiseClass, then: unknown): Statics {
  /** Asks every part for its outcome. `attend` gives the handlers of the part at an index, `ask` says what matters of when it is asked. */
  const eachPart = (maker: unknown, result: Result, values: Iterable<unknown>, attend: (index: number) => readonly [Settle, Settle], ask: Ask): void => {
    const resolve = (maker as Maker).resolve;
    if (typeof resolve !== 'function') throw new TypeError('Promise resolve or reject function is not callable');
    let index = 0;
    for (const value of values) {
      const part: unknown = resolve === statics.resolve ? promiseResolve(current.run, maker, value) : Reflect.apply(resolve, maker, [value]);
      const [done, failed] = attend(index++);
      const source = PromiseObject.behind(part);
      const method = (part as { readonly then?: unknown }).then;
      // The usual case: nobody could see the promise that `then` would return.
      if (source !== undefined && method === then && speciesOf(part as object, Promise) === Promise) {
        ask(source);
        source.react(result.after(source, done), result.after(source, failed), undefined);
      } else Reflect.apply(method as Settle, part, [done, failed]);
    }
  };

  /** A method that answers with one promise for many. What goes wrong on the way rejects it. */
  const gather = (maker: unknown, values: Iterable<unknown>, ask: Ask, attend: (result: Result) => (index: number) => readonly [Settle, Settle], end?: (result: Result) => void): unknown => {
    const result = new Result(capability(current.run, maker));
    try {
      eachPart(maker, result, values, attend(result), ask);
      end?.(result);
    } catch (reason) {
      result.reject(reason);
    }
    return result.visible;
  };

  const statics = {
    resolve(value: unknown): unknown {
      if (!isObject(this)) throw new TypeError('PromiseResolve called on non-object');
      return promiseResolve(current.run, this, value);
    },
    reject(reason: unknown): unknown {
      const made = capability(current.run, this);
      made.reject(reason);
      return made.visible;
    },
    all(values: Iterable<unknown>): unknown {
      return gather(this, values, askForAll, (result) => (index) => [result.put(index, (value) => value, result.fulfilWithAll), result.reject], (result) => result.started(result.fulfilWithAll));
    },
    allSettled(values: Iterable<unknown>): unknown {
      return gather(this, values, askForAll, (result) => (index) => result.putOnce(index,
        (value) => ({ status: 'fulfilled', value }),
        (reason) => ({ status: 'rejected', reason }),
        result.fulfilWithAll,
      ), (result) => result.started(result.fulfilWithAll));
    },
    any(values: Iterable<unknown>): unknown {
      return gather(this, values, askForAny, (result) => (index) => [result.resolve, result.put(index, (reason) => reason, result.rejectWithAll)], (result) => result.started(result.rejectWithAll));
    },
    race(values: Iterable<unknown>): unknown {
      return gather(this, values, askForFirst, (result) => () => [result.resolve, result.reject]);
    },
    try(body: unknown, ...args: unknown[]): unknown {
      if (!isObject(this)) throw new TypeError('Promise.try called on non-object');
      const made = capability(current.run, this);
      let value: unknown;
      try {
        value = (body as (...args: unknown[]) => unknown)(...args);
      } catch (reason) {
        made.reject(reason);
        return made.visible;
      }
      made.resolve(value);
      return made.visible;
    },
    withResolvers(): unknown {
      const made = capability(current.run, this);
      const { resolve, reject } = made.resolvers();
      return { promise: made.visible, resolve, reject };
    },
  };
  return statics as unknown as Statics;
}

/** One promise that stands for many: what its parts have come to, and how many are left. */
class Result {
  readonly visible: unknown;
  /** For the part that decides: these two touch the promise, for whoever is first wins. */
  readonly resolve: Settle;
  readonly reject: Settle;
  readonly #made: Capability;
  readonly #promise: ModelPromise | undefined;
  readonly #values: unknown[] = [];
  #left = 1;

  constructor(made: Capability) {
    const { resolve, reject } = made.resolvers();
    this.resolve = resolve;
    this.reject = reject;
    this.visible = made.visible;
    this.#made = made;
    this.#promise = PromiseObject.behind(made.visible);
  }

  readonly fulfilWithAll = (): void => this.#made.resolve(this.#values);

  readonly rejectWithAll = (): void => {
    const error = new AggregateError([], 'All promises were rejected');
    Object.defineProperty(error, 'errors', { value: this.#values, writable: true, configurable: true });
    this.#made.reject(error);
  };

  /** All parts have been asked. */
  started(end: () => void): void {
    if (--this.#left === 0) end();
  }

  /** A handler that keeps what `make` makes of a part's outcome, once. The last one calls `end`. */
  put(index: number, make: (value: unknown) => unknown, end: () => void): Settle {
    return this.putOnce(index, make, make, end)[0];
  }

  /** Two handlers of one part, of which the first call counts. */
  putOnce(index: number, fulfilled: (value: unknown) => unknown, rejected: (reason: unknown) => unknown, end: () => void): readonly [Settle, Settle] {
    let used = false;
    this.#left++;
    define(this.#values, index, undefined);
    const keep = (make: (value: unknown) => unknown): Settle => (value) => {
      if (used) return;
      used = true;
      define(this.#values, index, make(value));
      if (--this.#left === 0) end();
    };
    return [keep(fulfilled), keep(rejected)];
  }

  /** `handler`, and whoever awaits the result then knows what `source` knew: the stamps of all parts are chained. */
  after(source: ModelPromise, handler: Settle): Settle {
    const promise = this.#promise;
    if (promise === undefined) return handler;
    return (value) => {
      if (!promise.isSettled) promise.stamp = chain(source.stamp, promise.stamp);
      handler(value);
    };
  }
}

/** A setter on `Array.prototype` is not asked. */
const define = (list: unknown[], index: number, value: unknown): void => void Object.defineProperty(list, index, { value, writable: true, enumerable: true, configurable: true });

function chain(stamp: Stamp | undefined, before: Stamp | undefined): Stamp | undefined {
  if (stamp === undefined) return before;
  return before === undefined ? stamp : { ...stamp, before };
}

const isObject = (value: unknown): boolean => (typeof value === 'object' && value !== null) || typeof value === 'function';
