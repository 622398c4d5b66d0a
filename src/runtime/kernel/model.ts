import { AsyncGeneratorObject, gift, Machine } from './async-generator.ts';
import { begun, failing, markAsync, stepsOf } from './async-function.ts';
import { asyncGeneratorFunctionPrototype, asyncGeneratorPrototype } from './async-intrinsics.ts';
import { AwaitOperation } from './await-operation.ts';
import { makeGlobals } from './globals.ts';
import { Iteration } from './iteration.ts';
import { LazyBody } from './lazy-body.ts';
import type { Lowered, Pos, Steps } from './lowered.ts';
import type { Body, Call, Outcome } from './operation.ts';
import { isThenable } from './thenable.ts';
import { Points } from './points.ts';
import { performingAll } from './performing.ts';
import { Pending } from './pending.ts';
import type { ModelPromise } from './promise.ts';
import { PromiseClasses } from './promise-class.ts';
import { PromiseObject } from './promise-object.ts';
import type { Run } from './run.ts';
import { Scope } from './scope.ts';
import { PauseOperation } from './task.ts';

type Fn = (...args: any[]) => unknown;

const NO_ARGUMENTS: readonly never[] = Object.freeze([]);
const NOTHING: Outcome = { failed: false, value: undefined };

/** Names under which `use` finds what learners import. */
export type Modules = Readonly<Record<string, () => Record<string, unknown>>>;

/** The `$` of lowered code. One serves all runs of a program, one after the other: functions that need nothing of a run are made once. */
export class Model extends Points implements Lowered {
  globals: Readonly<Record<string, unknown>>;
  readonly #modules: Modules;
  readonly #defined: { readonly name: string; readonly body: (out: Record<string, unknown>, use: (specifier: string) => any) => Steps }[] = [];
  readonly #exports = new Map<string, Record<string, unknown>>();
  /** Modules of the course whose functions are known. */
  readonly #used = new WeakSet();
  readonly #promiseClasses = new PromiseClasses();
  /** The body of the next task, and the one function that is handed to `go` for all such bodies: it is of the program for as long as `go` takes to look at it. */
  #handedOver: ((...args: any[]) => Steps) | undefined = undefined;
  readonly #carrier = markAsync(() => undefined, (...args: unknown[]) => (this.#handedOver as (...args: unknown[]) => Steps)(...args));
  readonly #onMark: ((pos: Pos) => void) | undefined;

  /** `onMark` hears of each mark, in code that has them. */
  constructor(run: Run, modules: Modules, onMark?: (pos: Pos) => void) {
    super(run);
    this.#modules = modules;
    this.#onMark = onMark;
    this.globals = makeGlobals(run);
    this.#serve(run);
  }

  /** Serves `run` from now on. */
  attach(run: Run): void {
    this.run = run;
    this.globals = makeGlobals(run);
    // Not cleared: that costs as much as a new map.
    for (const name of this.#exports.keys()) this.#exports.set(name, noExports());
    this.#serve(run);
  }

  #serve(run: Run): void {
    run.promiseClasses = this.#promiseClasses;
    // V8 puts a function that is written right where a property is assigned into the old space, where it would keep each run alive for long.
    const call = ({ callee, self, args }: Call): Steps => this.call(callee, self, args, run.pos);
    const start = (started: Call): Steps => this.#bodyOf(started) ?? call(started);
    const wait = (value: unknown): Steps => this.await(value, run.pos);
    // A plain function that the library calls is a step of its own, like one that the program calls: others may go before.
    const callBack = (started: Call): Steps => (run.mode === 'preemptive' && stepsOf(started.callee) === undefined && this.isOfProgram(started.callee, started.self) ? this.#afterPoint(started.callee as Fn, started.self, started.args, run.pos) : call(started));
    const body = (steps: Body<unknown>): Steps => performingAll(run, steps, callBack, wait);
    run.callSteps = start;
    run.awaitSteps = wait;
    run.bodySteps = body;
  }

  /** Runs all modules in the order in which they were defined. */
  *main(): Steps {
    for (const { name, body } of this.#defined) {
      const out = this.exportsOf(name);
      yield body(out, (specifier) => this.#use(specifier));
    }
    return undefined;
  }

  exportsOf(name: string): Record<string, unknown> {
    let out = this.#exports.get(name);
    if (out === undefined) this.#exports.set(name, (out = noExports()));
    return out;
  }

  #use(specifier: string): Record<string, unknown> {
    const module = this.#modules[specifier]?.();
    if (module === undefined) return this.exportsOf(specifier);
    if (!this.#used.has(module)) for (const value of Object.values(module)) this.courseFunctions.add(value);
    this.#used.add(module);
    return module;
  }

  at(pos: Pos): readonly never[] {
    this.#onMark?.(pos);
    return NO_ARGUMENTS;
  }

  define(name: string, _dependencies: readonly string[], body: (out: Record<string, unknown>, use: (specifier: string) => any) => Steps): void {
    this.#defined.push({ name, body });
  }

  // --- async functions ---------------------------------------------------------------------------------------------------

  async(steps: (...args: any[]) => Steps, name: string): Fn {
    const run = this.run;
    // A method, for it is no constructor and has no prototype.
    const { wrapper } = {
      wrapper(this: unknown, ...args: unknown[]): unknown {
        return run.startAsync(begun(() => Reflect.apply(steps, this, args) as Steps), name).visible;
      },
    };
    return this.#dress(wrapper, steps, name);
  }

  arrow(steps: (...args: any[]) => Steps, self: unknown, name: string): Fn {
    const bound = (...args: unknown[]): Steps => Reflect.apply(steps, self, args) as Steps;
    const run = this.run;
    const wrapper = (...args: unknown[]): unknown => run.startAsync(begun(() => bound(...args)), name).visible;
    Object.defineProperty(bound, 'length', { value: steps.length });
    return this.#dress(wrapper, bound, name);
  }

  mark<F extends Function>(fn: F, steps: Function): F {
    return markAsync(fn, steps);
  }

  markOnce<F extends Function>(fn: F, steps: Function): F {
    return stepsOf(fn) === undefined ? markAsync(fn, steps) : fn;
  }

  task(steps: (...args: any[]) => Steps): Function {
    // In other modes the function is not asked for its steps before the task begins.
    if (this.run.mode !== 'preemptive') return markAsync(() => undefined, steps);
    this.#handedOver = steps;
    return this.#carrier;
  }

  /** What the language would have given `wrapper`: its name, its length, and what it inherits. */
  #dress(wrapper: Fn, steps: Function, name: string): Fn {
    Object.defineProperty(wrapper, 'length', { value: steps.length, configurable: true });
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    return markAsync(wrapper, steps);
  }

  start(steps: Steps, name: string): unknown {
    return this.run.startAsync(steps, name).visible;
  }

  begin(make: () => Steps, name: string): unknown {
    return this.run.startAsync(begun(make), name).visible;
  }

  asyncGenerator(steps: (...args: any[]) => Steps, name: string): Fn {
    const model = this;
    const { wrapper } = {
      wrapper(this: unknown, ...args: unknown[]): unknown {
        const begun = Reflect.apply(steps, this, args) as Steps;
        const { prototype } = wrapper as { prototype?: unknown };
        return model.#generator(begun, (typeof prototype === 'object' || typeof prototype === 'function') && prototype !== null ? prototype : asyncGeneratorPrototype);
      },
    };
    Object.defineProperty(wrapper, 'length', { value: steps.length, configurable: true });
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    Object.defineProperty(wrapper, 'prototype', { value: Object.create(asyncGeneratorPrototype), writable: true });
    return Object.setPrototypeOf(wrapper, asyncGeneratorFunctionPrototype) as Fn;
  }

  startGenerator(steps: Steps): unknown {
    return this.#generator(steps, asyncGeneratorPrototype);
  }

  #generator(steps: Steps, prototype: object): unknown {
    return new AsyncGeneratorObject(new Machine(this.run, steps, (value, pos) => this.await(value, pos)), prototype);
  }

  *give(value: unknown, pos: Pos): Steps {
    const settled = yield* this.await(value, pos);
    return yield gift(settled);
  }

  delegate(iterable: unknown, pos: Pos): Steps {
    return this.#iteration(iterable, pos).delegate(this, pos);
  }

  // --- calls and awaits --------------------------------------------------------------------------------------------------

  enter(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): unknown {
    const run = this.run;
    if (run.mode !== 'preemptive') return this.call(callee, self, args, pos, text);
    run.pos = pos;
    const steps = stepsOf(callee);
    if (steps !== undefined) return Reflect.apply(steps, self, args as unknown[]);
    if (typeof callee !== 'function') throw new TypeError(`${text ?? String(callee)} is not a function`);
    if (this.isOfProgram(callee, self)) return this.#afterPoint(callee as Fn, self, args, pos);
    if (this.announcesItself(callee, self)) return this.#announced(callee as Fn, self, args, pos);
    return this.wait(Reflect.apply(callee as Fn, self, args as unknown[]), pos);
  }

  tail(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): unknown {
    const run = this.run;
    if (run.mode === 'preemptive') return this.enter(callee, self, args, pos, text);
    run.pos = pos;
    if (typeof callee !== 'function') throw new TypeError(`${text ?? String(callee)} is not a function`);
    this.sawInvoke(self, callee.name, pos);
    return run.ready(Reflect.apply(callee as Fn, self, args as unknown[]));
  }

  /** A plain function of the program: others may go before what it does. */
  *#afterPoint(callee: Fn, self: unknown, args: readonly unknown[], pos: Pos): Steps {
    // The built-in methods of arrays, maps and sets go by their own names.
    if (this.run.proxies?.has(callee) === true || !this.invoke(self, callee.name, undefined, pos)) this.run.proposed = this.announceCall();
    yield;
    return yield this.wait(Reflect.apply(callee, self, args as unknown[]), pos);
  }

  /** What does not wait has a point before it, also where somebody awaits it all the same: `await mu.unlock()`. */
  *#announced(callee: Fn, self: unknown, args: readonly unknown[], pos: Pos): Steps {
    if (this.invokeFunction(callee, args, pos) || this.invoke(self, callee.name, undefined, pos)) yield;
    return yield this.wait(Reflect.apply(callee, self, args as unknown[]), pos);
  }

  wait(value: unknown, pos: Pos): unknown {
    const run = this.run;
    if (run.mode !== 'preemptive') return this.await(value, pos);
    run.pos = pos;
    const { pending } = run.submissions;
    if (pending !== undefined && pending.promise === value) {
      if (pending.operation === undefined) return this.await(value, pos);
      run.submissions.pending = undefined;
      return pending.operation;
    }
    const promise = this.#promiseFor(value);
    if (promise === undefined) return run.ready(value);
    // A step of its own also if it is settled: what this step did before does not depend on that.
    return new AwaitOperation(run, promise);
  }

  /** The steps of an async function of the program, without anything around them. */
  #bodyOf({ callee, self, args }: Call): Steps | undefined {
    const steps = this.run.mode === 'preemptive' ? stepsOf(callee) : undefined;
    if (steps === undefined) return undefined;
    try {
      return Reflect.apply(steps, self, args as unknown[]) as Steps;
    } catch (error) {
      return failing(error);
    }
  }

  *call(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): Steps {
    const run = this.run;
    run.pos = pos;
    const steps = stepsOf(callee);
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
    const submitted = run.submissions.take(value);
    if (submitted !== undefined) {
      const source = Pending.behind(value) as { outcome: Outcome | undefined };
      let result: unknown;
      try {
        result = yield* run.submissions.stepsOf(submitted);
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
    const result: unknown = yield new AwaitOperation(run, promise);
    run.pos = pos;
    return result;
  }

  /** The promise to wait for, or undefined if `value` is not a thenable. */
  #promiseFor(value: unknown): ModelPromise | undefined {
    const own = PromiseObject.behind(value);
    if (own !== undefined && (value as object).constructor === this.run.promiseClass) return own;
    const loose = Pending.behind(value);
    if (loose !== undefined) return loose instanceof LazyBody ? loose.start() : (this.run.promised(loose) as unknown as ModelPromise);
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return undefined;
    if (this.run.proxies?.has(value) !== true && isHostPromise(value)) throw new TypeError('a promise of the host cannot be awaited here: everything that waits must come from the course library or from this program');
    // Read once: a getter may count.
    const { then } = value as { then?: unknown };
    if (typeof then !== 'function') return undefined;
    const promise = this.run.promise();
    promise.follow(value, then);
    return promise;
  }

  // --- for await ---------------------------------------------------------------------------------------------------------

  iterator(iterable: unknown, pos: Pos): unknown {
    return this.#iteration(iterable, pos);
  }

  #iteration(iterable: unknown, pos: Pos): Iteration {
    this.run.pos = pos;
    return Iteration.of(iterable, this.container(iterable));
  }

  next(iteration: unknown, pos: Pos): Steps<IteratorResult<unknown>> {
    return (iteration as Iteration).next(this, pos);
  }

  closeIterator(iteration: unknown, pos: Pos): Steps {
    return (iteration as Iteration).close(this, pos);
  }

  // --- using -------------------------------------------------------------------------------------------------------------

  scope(): unknown {
    return new Scope();
  }

  use(scope: unknown, value: unknown, isAsync: boolean): unknown {
    return (scope as Scope).use(value, isAsync);
  }

  *disposeAll(scope: unknown, failed: boolean, error: unknown, pos: Pos): Steps {
    yield* (scope as Scope).disposeAll(failed, error, { call: (dispose, value) => this.call(dispose, value, [], pos), pause: () => this.await(undefined, pos) });
    return undefined;
  }

  disposeAllSync(scope: unknown, failed: boolean, error: unknown): void {
    (scope as Scope).disposeAllSync(failed, error);
  }
}

const noExports = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

const hostPromise = Promise;
function isHostPromise(value: object): boolean {
  return value instanceof hostPromise;
}
