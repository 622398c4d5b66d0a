import { print, PRINTED, quote } from '#base';
import { capability, promiseResolve, speciesOf, type PromiseClass } from './promise-capability.ts';
import { makeCombinators } from './promise-combinators.ts';
import { PromiseObject } from './promise-object.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';

/** The `Promise` of one run, made when it is first needed. */
export function promiseClassOf(run: Run): PromiseClass {
  return (run.promiseClass as PromiseClass | undefined) ?? makePromiseClass(run);
}

function behind(object: unknown, method: string): ModelPromise {
  const promise = PromiseObject.behind(object);
  if (promise === undefined) throw new TypeError(`Method Promise.prototype.${method} called on incompatible receiver ${nameOf(object)}`);
  return promise;
}

function makePromiseClass(run: Run): PromiseClass {
  const Promise = function (this: unknown, executor: unknown): object {
    if (new.target === undefined) throw new TypeError("Promise constructor cannot be invoked without 'new'");
    if (typeof executor !== 'function') throw new TypeError(`Promise resolver ${nameOf(executor)} is not a function`);
    const promise = run.promise();
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
  } as unknown as PromiseClass;
  run.promiseClass = Promise;

  const methods = {
    then(done: unknown, failed: unknown): unknown {
      const promise = behind(this, 'then');
      const species = speciesOf(this, Promise);
      const next = species === Promise ? run.promise() : capability(run, species);
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
      const afterwards = (end: () => unknown): unknown => (promiseResolve(run, species, (last as () => unknown)()) as { then: (end: unknown) => unknown }).then(end);
      return self.then(
        (value: unknown) => afterwards(() => value),
        (reason: unknown) => afterwards(() => { throw reason; }),
      );
    },
  };
  hide(Promise.prototype as object, { constructor: Promise, ...methods, [PRINTED]: printed });
  Object.defineProperty(Promise.prototype, Symbol.toStringTag, { value: 'Promise', configurable: true });
  const statics = makeCombinators(run, Promise, methods.then);
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

/** Methods as built-ins have them: not enumerable. */
function hide(target: object, methods: object): void {
  for (const key of Reflect.ownKeys(methods)) Object.defineProperty(target, key, { value: (methods as Record<PropertyKey, unknown>)[key], writable: true, configurable: true });
}

const isObject = (value: unknown): boolean => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A value in an error's message. Objects may have no string. */
const nameOf = (value: unknown): string => (isObject(value) ? Object.prototype.toString.call(value) : String(value));
