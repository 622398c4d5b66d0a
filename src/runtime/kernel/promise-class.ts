import { print, PRINTED, quote } from '#base';
import { capability, promiseResolve, speciesOf, type PromiseClass } from './promise-capability.ts';
import { makeCombinators } from './promise-combinators.ts';
import { PromiseObject } from './promise-object.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';

/** The run that a shared class works for. */
export interface Current {
  run: Run;
}

/** The `Promise` of one run, made when it is first needed. */
export function promiseClassOf(run: Run): PromiseClass {
  return (run.promiseClass as PromiseClass | undefined) ?? (run.promiseClasses ?? new PromiseClasses()).classFor(run);
}

/**
 * Making the class costs more than many a run. So the runs of a loaded program share one, one after the other, as long as none of
 * them has changed it: what a program does to `Promise` it does to its own run alone.
 */
export class PromiseClasses {
  #made: { readonly of: PromiseClass; readonly current: Current; readonly shape: readonly unknown[] } | undefined;

  classFor(run: Run): PromiseClass {
    if (this.#made === undefined || !isSame(this.#made.shape, shapeOf(this.#made.of))) {
      const current = { run };
      const of = makePromiseClass(current);
      this.#made = { of, current, shape: shapeOf(of) };
    }
    this.#made.current.run = run;
    run.promiseClass = this.#made.of;
    return this.#made.of;
  }
}

/** All that a program could change of the class and its prototype. */
function shapeOf(made: PromiseClass): unknown[] {
  const shape: unknown[] = [];
  for (const object of [made, made.prototype] as object[]) {
    shape.push(Object.getPrototypeOf(object), Object.isExtensible(object));
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set, writable, configurable, enumerable } = Object.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
      shape.push(key, value, get, set, writable, configurable, enumerable);
      if (typeof value === 'function' && value !== made) shape.push(Reflect.ownKeys(value as object).length);
    }
  }
  return shape;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

function behind(object: unknown, method: string): ModelPromise {
  const promise = PromiseObject.behind(object);
  if (promise === undefined) throw new TypeError(`Method Promise.prototype.${method} called on incompatible receiver ${nameOf(object)}`);
  return promise;
}

function makePromiseClass(current: Current): PromiseClass {
  // A class that extends something makes no object of its own before `super()`: so `new.target` is not asked for its prototype before the executor was looked at.
  const Promise = class extends (null as unknown as ObjectConstructor) {
    // @ts-expect-error It gives back an object of another class, and never has one of its own.
    constructor(executor: unknown) {
      if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${nameOf(executor)} is not a function`);
      const promise = current.run.promise();
      const object = Reflect.construct(PromiseObject, [promise], new.target) as object;
      // A `new.target` whose `prototype` is no object.
      if (Object.getPrototypeOf(object) === PromiseObject.prototype) Object.setPrototypeOf(object, Promise.prototype as object);
      promise.showAs(object);
      const { resolve, reject } = promise.resolvers();
      try {
        (executor as (...args: unknown[]) => unknown)(resolve, reject);
      } catch (reason) {
        reject(reason);
      }
      return object;
    }
  } as unknown as PromiseClass;
  Object.setPrototypeOf(Promise.prototype, Object.prototype);

  const methods = {
    then(done: unknown, failed: unknown): unknown {
      const promise = behind(this, 'then');
      const species = speciesOf(this, Promise);
      const next = species === Promise ? current.run.promise() : capability(current.run, species);
      promise.lookedAt();
      promise.react(done, failed, next);
      return next.visible;
    },
    catch(failed: unknown): unknown {
      return (this as unknown as { then: (...args: unknown[]) => unknown }).then(undefined, failed);
    },
    finally(last: unknown): unknown {
      if (!isObject(this)) throw new TypeError(`Method Promise.prototype.finally called on incompatible receiver ${nameOf(this)}`);
      const species = speciesOf(this, Promise);
      const self = this as unknown as { then: (...args: unknown[]) => unknown };
      if (typeof last !== 'function') return self.then(last, last);
      const afterwards = (end: () => unknown): unknown => (promiseResolve(current.run, species, (last as () => unknown)()) as { then: (end: unknown) => unknown }).then(end);
      return self.then(
        (value: unknown) => afterwards(() => value),
        (reason: unknown) => afterwards(() => { throw reason; }),
      );
    },
  };
  hide(Promise.prototype as object, { constructor: Promise, ...methods, [PRINTED]: printed });
  Object.defineProperty(Promise.prototype, Symbol.toStringTag, { value: 'Promise', configurable: true });
  const statics = makeCombinators(current, Promise, methods.then);
  hide(Promise, statics);
  Object.defineProperties(Promise, {
    name: { value: 'Promise', configurable: true },
    prototype: { writable: false },
    [Symbol.species]: { get: speciesGetter, configurable: true },
  });
  return Promise;
}

const { get: speciesGetter } = Object.getOwnPropertyDescriptor({ get [Symbol.species]() { return this; } }, Symbol.species) as { get: () => unknown };

function printed(this: unknown): string {
  const { state } = behind(this, 'then');
  if (state.kind === 'pending') return 'Promise { <pending> }';
  return state.kind === 'fulfilled' ? `Promise { ${quote(state.value)} }` : `Promise { <rejected> ${print(state.reason)} }`;
}

// All runs share these two.
for (const shared of [printed, printed.prototype as object, speciesGetter]) Object.freeze(shared);

/** Methods as built-ins have them: not enumerable. */
function hide(target: object, methods: object): void {
  for (const key of Reflect.ownKeys(methods)) Object.defineProperty(target, key, { value: (methods as Record<PropertyKey, unknown>)[key], writable: true, configurable: true });
}

const isObject = (value: unknown): boolean => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A value in an error's message. Objects may have no string. */
const nameOf = (value: unknown): string => (isObject(value) ? Object.prototype.toString.call(value) : String(value));
