import { print } from '#base';
import { AsyncGeneratorObject, GIVE_TAG } from './async-generator.ts';
import { AwaitOperation } from './await-operation.ts';
import { makeGlobals } from './globals.ts';
import { LazyBody } from './lazy-body.ts';
import type { Lowered, Pos, Steps } from './lowered.ts';
import type { Outcome } from './operation.ts';
import { Points } from './points.ts';
import { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';
import { Scope } from './scope.ts';
import { PauseOperation } from './task.ts';

type Fn = (...args: any[]) => unknown;

/** Body of an async function, attached to the function itself, so that `await f()` can run it in the caller's task. */
const STEPS: unique symbol = Symbol('steps');

const NOTHING: Outcome = { failed: false, value: undefined };

/** Names under which `use` finds what learners import. */
export type Modules = Readonly<Record<string, () => Record<string, unknown>>>;

/** The `$` of lowered code. One serves all runs of a program, one after the other: functions that need nothing of a run are made once. */
export class Model extends Points implements Lowered {
  globals: Readonly<Record<string, unknown>>;
  readonly #modules: Modules;
  readonly #defined: { readonly name: string; readonly body: (out: Record<string, unknown>, use: (specifier: string) => any) => Steps }[] = [];
  readonly #exports = new Map<string, Record<string, unknown>>();

  constructor(run: Run, modules: Modules) {
    super(run);
    this.#modules = modules;
    this.globals = makeGlobals(run);
    this.#serve(run);
  }

  /** Serves `run` from now on. */
  attach(run: Run): void {
    this.run = run;
    this.globals = makeGlobals(run);
    this.#exports.clear();
    this.#serve(run);
  }

  #serve(run: Run): void {
    run.callSteps = (call) => this.call(call.callee, call.self, call.args, run.pos);
    run.bodySteps = (body) => run.inline(body, (call) => this.call(call.callee, call.self, call.args, run.pos), (value) => this.await(value, run.pos));
  }

  /** Runs all modules in the order in which they were defined. */
  *main(): Steps {
    for (const { name, body } of this.#defined) {
      const out = this.exportsOf(name);
      yield* body(out, (specifier) => this.#use(specifier));
    }
    return undefined;
  }

  exportsOf(name: string): Record<string, unknown> {
    let out = this.#exports.get(name);
    if (out === undefined) this.#exports.set(name, (out = Object.create(null) as Record<string, unknown>));
    return out;
  }

  #use(specifier: string): Record<string, unknown> {
    return this.#modules[specifier]?.() ?? this.exportsOf(specifier);
  }

  define(name: string, _dependencies: readonly string[], body: (out: Record<string, unknown>, use: (specifier: string) => any) => Steps): void {
    this.#defined.push({ name, body });
  }

  // --- async functions ---------------------------------------------------------------------------------------------------

  async(steps: (...args: any[]) => Steps, name: string): Fn {
    const run = this.run;
    const wrapper = function (this: unknown, ...args: unknown[]): unknown {
      return run.startAsync(protect(steps, this, args), name);
    };
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    this.mark(wrapper, steps);
    return wrapper;
  }

  arrow(steps: (...args: any[]) => Steps, self: unknown, name: string): Fn {
    const bound = (...args: unknown[]): Steps => Reflect.apply(steps, self, args) as Steps;
    const run = this.run;
    const wrapper = (...args: unknown[]): unknown => run.startAsync(protect(bound, undefined, args), name);
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    this.mark(wrapper, bound);
    return wrapper;
  }

  mark(fn: Function, steps: Function): void {
    Object.defineProperty(fn, STEPS, { value: steps });
  }

  start(steps: Steps, name: string): unknown {
    return this.run.startAsync(steps, name);
  }

  asyncGenerator(steps: (...args: any[]) => Steps, name: string): Fn {
    const model = this;
    const wrapper = function (this: unknown, ...args: unknown[]): unknown {
      return model.startGenerator(Reflect.apply(steps, this, args) as Steps);
    };
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    return wrapper;
  }

  startGenerator(steps: Steps): unknown {
    return new AsyncGeneratorObject(this.run, steps, (value, pos) => this.await(value, pos));
  }

  *give(value: unknown, pos: Pos): Steps {
    const settled = yield* this.await(value, pos);
    return yield { [GIVE_TAG]: true, value: settled };
  }

  *delegate(iterable: unknown, pos: Pos): Steps {
    const iterator = this.iterator(iterable, pos) as AsyncIterator<unknown>;
    let result = (yield* this.next(iterator, pos)) as IteratorResult<unknown>;
    while (!result.done) {
      let sent: unknown;
      let failed = false;
      try {
        sent = yield* this.give(result.value, pos);
      } catch (error) {
        failed = true;
        sent = error;
      }
      if (failed && iterator.throw === undefined) throw sent;
      result = (yield* this.call(failed ? iterator.throw : iterator.next, iterator, [sent], pos)) as IteratorResult<unknown>;
    }
    return result.value;
  }

  // --- calls and awaits --------------------------------------------------------------------------------------------------

  *call(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): Steps {
    const run = this.run;
    run.pos = pos;
    const steps = (callee as { [STEPS]?: Fn } | null | undefined)?.[STEPS];
    if (steps !== undefined) {
      // CPython may hand over to another thread at every call.
      if (run.mode === 'cpython') yield new PauseOperation();
      const returned = yield* Reflect.apply(steps, self, args as unknown[]) as Steps;
      run.pos = pos;
      // What an async function returns is followed, if it is a promise itself.
      if (isThenable(returned)) return yield* this.await(returned, pos);
      if (run.mode === 'cooperative') yield new PauseOperation();
      return returned;
    }
    if (typeof callee !== 'function') throw new TypeError(`${text ?? String(callee)} is not a function`);
    const result: unknown = Reflect.apply(callee as Fn, self, args as unknown[]);
    return yield* this.await(result, pos);
  }

  *await(value: unknown, pos: Pos): Steps {
    const run = this.run;
    run.pos = pos;
    const { unstarted } = run;
    if (unstarted !== undefined && unstarted.promise === value) {
      run.unstarted = undefined;
      const source = value as { outcome: Outcome | undefined };
      let result: unknown;
      try {
        result = unstarted.operation !== undefined ? yield* run.performing(unstarted.operation) : yield* run.bodySteps(unstarted.body as never);
      } catch (error) {
        source.outcome = { failed: true, value: error };
        throw error;
      }
      source.outcome = result === undefined ? NOTHING : { failed: false, value: result };
      run.pos = pos;
      if (run.mode === 'cooperative') yield new PauseOperation();
      return result;
    }
    const promise = this.#promiseFor(value);
    if (promise === undefined) {
      if (run.mode === 'cooperative') yield new PauseOperation();
      return value;
    }
    const operation = new AwaitOperation(run, promise);
    const result: unknown = promise.isSettled && run.mode !== 'cooperative' ? operation.perform() : yield operation;
    run.pos = pos;
    return result;
  }

  /** The promise to wait for, or undefined if `value` is not a thenable. */
  #promiseFor(value: unknown): ModelPromise | undefined {
    if (value instanceof ModelPromise) return value;
    if (value instanceof LazyBody) return value.start();
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return undefined;
    if (isHostPromise(value)) throw new TypeError('a promise of the host cannot be awaited here: everything that waits must come from the course library or from this program');
    return typeof (value as { then?: unknown }).then === 'function' ? this.run.resolved(value) : undefined;
  }

  // --- for await ---------------------------------------------------------------------------------------------------------

  iterator(iterable: unknown, pos: Pos): unknown {
    this.run.pos = pos;
    const source = iterable as { [Symbol.asyncIterator]?: () => unknown; [Symbol.iterator]?: () => unknown };
    const make = source?.[Symbol.asyncIterator];
    if (typeof make === 'function') return Reflect.apply(make, iterable, []);
    const makePlain = source?.[Symbol.iterator];
    if (typeof makePlain !== 'function') throw new TypeError('for await needs something that can be iterated: a channel, an array, an async generator');
    return this.#awaiting(Reflect.apply(makePlain, iterable, []) as Iterator<unknown>, pos);
  }

  *next(iterator: unknown, pos: Pos): Steps<IteratorResult<unknown>> {
    const source = iterator as AsyncIterator<unknown>;
    const result = (yield* this.call(source.next, iterator, [], pos)) as IteratorResult<unknown>;
    if (result === null || typeof result !== 'object') throw new TypeError(`Iterator result ${print(result)} is not an object`);
    return result;
  }

  *closeIterator(iterator: unknown, pos: Pos): Steps {
    const leave = (iterator as AsyncIterator<unknown>).return;
    if (typeof leave === 'function') yield* this.call(leave, iterator, [], pos);
    return undefined;
  }

  /** An iterator of an array or the like under `for await`: the values that it gives are awaited. Semantics mirrored: ECMA-262, 27.1.4. */
  #awaiting(iterator: Iterator<unknown>, pos: Pos): object {
    const model = this;
    const step = (method: 'next' | 'throw' | 'return'): unknown => {
      if (typeof iterator[method] !== 'function') return undefined;
      return this.async(function* (...args: unknown[]): Steps {
        const result = Reflect.apply(iterator[method] as Fn, iterator, args) as IteratorResult<unknown>;
        return { done: result.done ?? false, value: yield* model.await(result.value, pos) };
      }, method);
    };
    return { next: step('next'), throw: step('throw'), return: step('return') };
  }

  // --- using -------------------------------------------------------------------------------------------------------------

  scope(): unknown {
    return new Scope();
  }

  use(scope: unknown, value: unknown, isAsync: boolean): unknown {
    return (scope as Scope).use(value, isAsync);
  }

  *disposeAll(scope: unknown, failed: boolean, error: unknown, pos: Pos): Steps {
    yield* (scope as Scope).disposeAll(failed, error, (dispose, value) => this.call(dispose, value, [], pos));
    return undefined;
  }

  disposeAllSync(scope: unknown, failed: boolean, error: unknown): void {
    (scope as Scope).disposeAllSync(failed, error);
  }
}

/** Calls the generator function; what its parameters throw becomes the async function's rejection, as in the language. */
function* protect(steps: Fn, self: unknown, args: readonly unknown[]): Steps {
  return yield* Reflect.apply(steps, self, args as unknown[]) as Steps;
}

function isThenable(value: unknown): boolean {
  return value !== null && (typeof value === 'object' || typeof value === 'function') && typeof (value as { then?: unknown }).then === 'function';
}

const hostPromise = Promise;
function isHostPromise(value: object): boolean {
  return value instanceof hostPromise;
}
