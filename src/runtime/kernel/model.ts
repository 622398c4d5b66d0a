import { print } from '#base';
import { ABOUT } from './shared.ts';
import { AWAIT, type Access, READ, WRITE } from './access.ts';
import { makeGlobals } from './globals.ts';
import type { Lowered, Pos, Steps } from './lowered.ts';
import { containerAccess, PART_READ, PART_WRITE, WHOLE_READ, WHOLE_WRITE, type ObjectCells } from './memory.ts';
import { Operation, type Outcome } from './operation.ts';
import { ModelPromise } from './promise.ts';
import { LazyBody } from './lazy-body.ts';
import type { Run } from './run.ts';
import { SHARED, type Shared } from './shared.ts';
import { PauseOperation } from './task.ts';
import { AsyncGeneratorObject, GIVE_TAG } from './async-generator.ts';
import { Scope } from './scope.ts';

type Fn = (...args: any[]) => unknown;

/** Body of an async function, attached to the function itself, so that `await f()` can run it in the caller's task. */
const STEPS: unique symbol = Symbol('steps');

/** A variable of the learner's program that several tasks may use. */
class Cell {
  readonly shared: Shared;
  readonly get: () => unknown;

  constructor(shared: Shared, get: () => unknown) {
    this.shared = shared;
    this.get = get;
  }
}

class AwaitOperation extends Operation<unknown> {
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
    promise.isHandled = true;
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

  override waitsFor() {
    return this.#run.tasks.find((task) => task.promise === this.#promise);
  }
}

const NOTHING: Outcome = { failed: false, value: undefined };

/** Names under which `use` finds what learners import. */
export type Modules = Readonly<Record<string, () => Record<string, unknown>>>;

/** The `$` of lowered code, for one run. */
export class Model implements Lowered {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly #run: Run;
  readonly #modules: Modules;
  readonly #defined: { readonly name: string; readonly body: (out: Record<string, unknown>, use: (specifier: string) => any) => Steps }[] = [];
  readonly #exports = new Map<string, Record<string, unknown>>();

  constructor(run: Run, modules: Modules) {
    this.#run = run;
    this.#modules = modules;
    this.globals = makeGlobals(run);
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
    const run = this.#run;
    const wrapper = function (this: unknown, ...args: unknown[]): unknown {
      return run.startAsync(protect(steps, this, args), name);
    };
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    this.mark(wrapper, steps);
    return wrapper;
  }

  arrow(steps: (...args: any[]) => Steps, self: unknown, name: string): Fn {
    const bound = (...args: unknown[]): Steps => Reflect.apply(steps, self, args) as Steps;
    const run = this.#run;
    const wrapper = (...args: unknown[]): unknown => run.startAsync(protect(bound, undefined, args), name);
    Object.defineProperty(wrapper, 'name', { value: name, configurable: true });
    this.mark(wrapper, bound);
    return wrapper;
  }

  mark(fn: Function, steps: Function): void {
    Object.defineProperty(fn, STEPS, { value: steps });
  }

  start(steps: Steps, name: string): unknown {
    return this.#run.startAsync(steps, name);
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
    return new AsyncGeneratorObject(this.#run, steps, (value, pos) => this.await(value, pos));
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
    const run = this.#run;
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
    const run = this.#run;
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
    return typeof (value as { then?: unknown }).then === 'function' ? this.#run.resolved(value) : undefined;
  }

  // --- for await ---------------------------------------------------------------------------------------------------------

  iterator(iterable: unknown, pos: Pos): unknown {
    this.#run.pos = pos;
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

  // --- memory ------------------------------------------------------------------------------------------------------------

  cell(name: string, pos: Pos, get: () => unknown): unknown {
    this.#run.pos = pos;
    return new Cell(this.#run.shared('variable', { name }), get);
  }

  thrown<T>(value: T, pos: Pos): T {
    if (!(value instanceof Error)) this.#run.thrown = { value, pos };
    return value;
  }

  name<T>(value: T, name: string): T {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    const shared = (value as { [SHARED]?: Shared })[SHARED];
    if (shared !== undefined) shared.label(name);
    else this.#cells(value).name ??= name;
    return value;
  }

  read(cell: unknown, pos: Pos): boolean {
    return this.#variable(cell, READ, pos, true);
  }

  write(cell: unknown, pos: Pos): boolean {
    return this.#variable(cell, WRITE, pos, true);
  }

  readProperty(object: unknown, key: PropertyKey, pos: Pos): boolean {
    return this.#property(object, key, 'read', pos, true);
  }

  writeProperty(object: unknown, key: PropertyKey, pos: Pos): boolean {
    return this.#property(object, key, 'write', pos, true);
  }

  invoke(object: unknown, method: PropertyKey, _args: readonly unknown[] | undefined, pos: Pos): boolean {
    return this.#invoke(object, method, pos, true);
  }

  invokeFunction(callee: unknown, _args: readonly unknown[] | undefined, pos: Pos): boolean {
    const run = this.#run;
    run.pos = pos;
    const verb = (callee as { [ABOUT]?: string } | null | undefined)?.[ABOUT];
    if (run.mode === 'cooperative') return false;
    if (verb === undefined) return this.#handOver();
    const { access } = run.current();
    access.resource = undefined;
    access.whole = undefined;
    access.verb = verb;
    access.isAnnouncement = true;
    run.proposed = access;
    return true;
  }

  sawRead(cell: unknown, pos: Pos): void {
    this.#variable(cell, READ, pos, false);
  }

  sawWrite(cell: unknown, pos: Pos): void {
    this.#variable(cell, WRITE, pos, false);
  }

  sawReadProperty(object: unknown, key: PropertyKey, pos: Pos): void {
    this.#property(object, key, 'read', pos, false);
  }

  sawWriteProperty(object: unknown, key: PropertyKey, pos: Pos): void {
    this.#property(object, key, 'write', pos, false);
  }

  sawInvoke(object: unknown, method: PropertyKey, pos: Pos): void {
    this.#invoke(object, method, pos, false);
  }

  sawInvokeFunction(_callee: unknown, pos: Pos): void {
    this.#run.pos = pos;
  }

  loop(pos: Pos): void {
    this.#run.loop(pos);
    if (this.#run.mode === 'cpython') this.#run.current().access.mayHandOver = true;
  }

  #variable(cell: unknown, access: Access, pos: Pos, canSwitch: boolean): boolean {
    this.#run.pos = pos;
    if (!(cell instanceof Cell)) return false;
    return this.#access(cell.shared, access, undefined, READ, cell.get, canSwitch);
  }

  /** Makes the access, or announces it and returns true if the scheduler is to be asked first. */
  #access(resource: Shared, kind: Access, whole: Shared | undefined, wholeKind: Access, get: (() => unknown) | undefined, canSwitch: boolean): boolean {
    const run = this.#run;
    const { access } = run.current();
    if (canSwitch && (run.mode === 'preemptive' || access.mayHandOver)) {
      access.mayHandOver = false;
      access.resource = resource;
      access.kind = kind;
      access.whole = whole;
      access.wholeKind = wholeKind;
      access.get = get;
      access.verb = kind.memory ?? 'read';
      access.isAnnouncement = false;
      run.proposed = access;
      return true;
    }
    run.memoryAccess(resource, kind, get);
    if (whole !== undefined) run.memoryAccess(whole, wholeKind, undefined);
    return false;
  }

  #property(object: unknown, key: PropertyKey, kind: 'read' | 'write', pos: Pos, canSwitch: boolean): boolean {
    this.#run.pos = pos;
    if (object === null || (typeof object !== 'object' && typeof object !== 'function')) return false;
    if (SHARED in object || object instanceof ModelPromise) return false;
    const cells = this.#cells(object);
    const get = (): unknown => dataProperty(object, key);
    if (!Array.isArray(object)) return this.#access(this.#part(cells, key), kind === 'read' ? READ : WRITE, undefined, READ, get, canSwitch);
    const isLength = key === 'length';
    const grows = kind === 'write' && Number(key) >= object.length;
    if (isLength || grows) return this.#access(cells.whole, kind === 'read' ? WHOLE_READ : WHOLE_WRITE, undefined, READ, get, canSwitch);
    return this.#access(this.#part(cells, key), kind === 'read' ? READ : WRITE, cells.whole, kind === 'read' ? PART_READ : PART_WRITE, get, canSwitch);
  }

  #invoke(object: unknown, method: PropertyKey, pos: Pos, canSwitch: boolean): boolean {
    const run = this.#run;
    run.pos = pos;
    if (object === null || typeof object !== 'object') return false;
    const about = (object as { [ABOUT]?: (method: PropertyKey) => { verb: string; access: Access; resource?: Shared } | undefined })[ABOUT]?.(method);
    if (about !== undefined) {
      if (!canSwitch || run.mode === 'cooperative') return false;
      const { access } = run.current();
      access.resource = about.resource ?? (object as { [SHARED]?: Shared })[SHARED];
      access.kind = about.access;
      access.whole = undefined;
      access.verb = about.verb;
      access.isAnnouncement = true;
      run.proposed = access;
      return true;
    }
    const kind = containerAccess(object, method);
    if (kind === undefined) return canSwitch && this.#handOver();
    if (run.mode === 'cpython') run.current().access.mayHandOver = true;
    return this.#access(this.#cells(object).whole, kind, undefined, READ, undefined, canSwitch);
  }

  /** Before a call of a function: CPython may let another thread go there. */
  #handOver(): boolean {
    if (this.#run.mode !== 'cpython') return false;
    this.#run.proposed = new PauseOperation();
    return true;
  }

  #cells(object: object): ObjectCells {
    const run = this.#run;
    let cells = run.cellsOf.get(object);
    if (cells === undefined) {
      const created: ObjectCells = { name: undefined, whole: run.shared('object'), parts: new Map() };
      cells = created;
      run.cellsOf.set(object, cells);
    }
    if (cells.name !== undefined && !cells.whole.isNamed) cells.whole.label(cells.name);
    return cells;
  }

  #part(cells: ObjectCells, key: PropertyKey): Shared {
    let part = cells.parts.get(key);
    if (part === undefined) {
      const owner = cells.name ?? cells.whole.name;
      part = this.#run.shared('variable', { name: typeof key === 'string' && /^\d+$/.test(key) ? `${owner}[${key}]` : `${owner}.${String(key)}` });
      cells.parts.set(key, part);
    }
    return part;
  }
}

/** Calls the generator function; what its parameters throw becomes the async function's rejection, as in the language. */
function* protect(steps: Fn, self: unknown, args: readonly unknown[]): Steps {
  return yield* Reflect.apply(steps, self, args as unknown[]) as Steps;
}

function isThenable(value: unknown): boolean {
  return value !== null && (typeof value === 'object' || typeof value === 'function') && typeof (value as { then?: unknown }).then === 'function';
}

function dataProperty(object: object, key: PropertyKey): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  return descriptor !== undefined && 'value' in descriptor ? descriptor.value : undefined;
}

const hostPromise = Promise;
function isHostPromise(value: object): boolean {
  return value instanceof hostPromise;
}
