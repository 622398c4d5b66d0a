import { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';

type Resolve = (value?: unknown) => void;

/**
 * The `Promise` constructor of one run. Semantics mirrored: ECMA-262, section 27.2.4. `Promise.all` waits for its parts in any order
 * without multiplying orders: their completions do not depend on one another.
 */
export function makePromiseClass(run: Run): unknown {
  const all = (values: Iterable<unknown>): ModelPromise => gather(run, values, (result, count) => ({
    fulfilled: (value, index) => result.put(index, value),
    rejected: (reason) => result.promise.reject(reason),
    done: () => { if (count() === 0) result.finish(); },
  }));
  const allSettled = (values: Iterable<unknown>): ModelPromise => gather(run, values, (result, count) => ({
    fulfilled: (value, index) => result.put(index, { status: 'fulfilled', value }),
    rejected: (reason, index) => result.put(index, { status: 'rejected', reason }),
    done: () => { if (count() === 0) result.finish(); },
  }));
  const any = (values: Iterable<unknown>): ModelPromise => gather(run, values, (result, count) => ({
    fulfilled: (value) => result.promise.resolve(value),
    rejected: (reason, index) => result.put(index, reason),
    done: () => { if (count() === 0 && !result.promise.isSettled) result.promise.reject(new AggregateError(result.values, 'All promises were rejected')); },
  }));
  const race = (values: Iterable<unknown>): ModelPromise => {
    const promise = run.promise();
    const { resolve, reject } = promise.resolvers();
    for (const value of values) follow(run.resolved(value), promise, resolve, reject);
    return promise;
  };
  const constructor = function (this: unknown, executor: unknown): ModelPromise {
    if (new.target === undefined) throw new TypeError("Promise constructor cannot be invoked without 'new'");
    if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${String(executor)} is not a function`);
    const promise = run.promise();
    const { resolve, reject } = promise.resolvers();
    try {
      (executor as (resolve: Resolve, reject: Resolve) => unknown)(resolve, reject);
    } catch (reason) {
      reject(reason);
    }
    return promise;
  };
  Object.defineProperty(constructor, 'name', { value: 'Promise' });
  Object.defineProperty(constructor, 'prototype', { value: ModelPromise.prototype });
  return Object.assign(constructor, {
    resolve: (value?: unknown) => run.resolved(value),
    reject: (reason?: unknown) => {
      const promise = run.promise();
      promise.reject(reason);
      return promise;
    },
    all,
    allSettled,
    any,
    race,
    try: (body: (...args: unknown[]) => unknown, ...args: unknown[]) => {
      const promise = run.promise();
      try {
        promise.resolve(body(...args));
      } catch (reason) {
        promise.reject(reason);
      }
      return promise;
    },
    withResolvers: () => {
      const promise = run.promise();
      return { promise, ...promise.resolvers() };
    },
  });
}


class Gathered {
  readonly promise: ModelPromise;
  readonly values: unknown[] = [];

  constructor(promise: ModelPromise) {
    this.promise = promise;
  }

  put(index: number, value: unknown): void {
    this.values[index] = value;
  }

  finish(): void {
    this.promise.resolve(this.values);
  }
}

interface Part {
  fulfilled(value: unknown, index: number): void;
  rejected(reason: unknown, index: number): void;
  done(): void;
}

function gather(run: Run, values: Iterable<unknown>, make: (result: Gathered, left: () => number) => Part): ModelPromise {
  const result = new Gathered(run.promise());
  let left = 1;
  const part = make(result, () => left);
  let index = 0;
  for (const value of values) {
    const at = index++;
    left++;
    const source = run.resolved(value);
    source.isHandled = true;
    source.whenSettled(() => {
      const state = source.state;
      // After all of them: the stamps are chained, so whoever awaits the result knows what each part knew.
      result.promise.stamp = chain(source.stamp, result.promise.stamp);
      left--;
      if (state.kind === 'fulfilled') part.fulfilled(state.value, at);
      else if (state.kind === 'rejected') part.rejected(state.reason, at);
      part.done();
    });
  }
  left--;
  part.done();
  return result.promise;
}

function chain(stamp: ModelPromise['stamp'], before: ModelPromise['stamp']): ModelPromise['stamp'] {
  if (stamp === undefined) return before;
  return before === undefined ? stamp : { ...stamp, before };
}

function follow(source: ModelPromise, promise: ModelPromise, resolve: Resolve, reject: Resolve): void {
  source.isHandled = true;
  source.whenSettled(() => {
    const state = source.state;
    if (!promise.isSettled) promise.stamp = source.stamp;
    if (state.kind === 'fulfilled') resolve(state.value);
    else if (state.kind === 'rejected') reject(state.reason);
  });
}
