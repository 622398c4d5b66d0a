import { checkFunction } from '#base';
import { Call, kernel, type Body } from '#kernel';
import { Panic } from './panic.ts';

/** Has `call` called when the function around it ends, with `args` as they are now: Go's `defer call(args...)`. */
export type Defer = <A extends readonly unknown[]>(call: (...args: A) => unknown, ...args: A) => void;
/** In a deferred call: stops the panic that is on its way, and returns what it was raised with. Anywhere else, and without a panic, `undefined`. */
export type Recover = () => unknown;

/**
 * Runs `body` as a Go function that has `defer` and `recover`. However it ends, what it deferred is called, the last first, each waited for
 * before the next. Returns what `body` returns; `undefined` if it panicked and was recovered, where Go returns its named results.
 *
 * Whatever is thrown is a panic here, one of `panic(…)` or an error of any sort. A deferred call that panics takes the place of the panic before it.
 *
 * TypeScript's own shapes do for most of this: `finally` for one deferred call, `using` and `await using` for what has to be disposed of,
 * `catch` for `recover`. Go's shape is for calls that are deferred in a loop, or under a condition.
 *
 * Unlike Go's, `recover` also works in a function that a deferred call calls.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Defer_statements, https://go.dev/ref/spec#Handling_panics (Go 1.27).
 *
 * @throws what `body` or a deferred call panics with, unless it is recovered
 * @rules defer
 * @example
 * const mu = new Mutex();
 * await deferred(async (defer, recover) => {
 *   await mu.lock();
 *   defer(() => { mu.unlock(); });
 *   defer(() => {
 *     const value = recover();
 *     console.log('recovered', value); // recovered spilt
 *   });
 *   panic('spilt');
 * });
 * console.log(mu.tryLock()); // true
 */
export function deferred<R>(body: (defer: Defer, recover: Recover) => R): Promise<Awaited<R> | undefined> {
  checkFunction('deferred', body, 'deferred(async (defer, recover) => { … })', 'deferred(work())');
  return kernel().run(new Frame().run(body), 'deferred') as Promise<Awaited<R> | undefined>;
}

/** One call of a function with deferred calls. */
class Frame {
  readonly #calls: { readonly call: (...args: never[]) => unknown; readonly args: readonly unknown[] }[] = [];
  #state: 'running' | 'deferring' | 'ended' = 'running';
  #panic: { readonly error: unknown } | undefined;

  *run(body: (defer: Defer, recover: Recover) => unknown): Body<unknown> {
    let result: unknown;
    try {
      result = yield new Call(body as (...args: never[]) => unknown, undefined, [this.#defer, this.#recover]);
    } catch (error) {
      this.#panic = { error };
    }
    const panicked = this.#panic !== undefined;
    this.#state = 'deferring';
    for (let next = this.#calls.pop(); next !== undefined; next = this.#calls.pop()) {
      try {
        yield new Call(next.call, undefined, next.args);
      } catch (error) {
        this.#panic = { error };
      }
    }
    this.#state = 'ended';
    if (this.#panic !== undefined) throw (this.#panic as { readonly error: unknown }).error;
    return panicked ? undefined : result;
  }

  readonly #defer = (call: unknown, ...args: unknown[]): void => {
    if (typeof call !== 'function') throw new TypeError(`defer takes a function, not ${typeof call}. Write defer(() => mu.unlock()), not defer(mu.unlock()): the second unlocks now.`);
    if (this.#state === 'ended') throw new TypeError('defer was called after its function had ended');
    this.#calls.push({ call: call as (...args: never[]) => unknown, args });
  };

  readonly #recover = (): unknown => {
    if (this.#state !== 'deferring' || this.#panic === undefined) return undefined;
    const { error } = this.#panic;
    this.#panic = undefined;
    return error instanceof Panic ? error.value : error;
  };
}
