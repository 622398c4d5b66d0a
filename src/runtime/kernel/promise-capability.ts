import { PromiseObject } from './promise-object.ts';
import type { Capability, Resolvers, Settle } from './promise.ts';
import type { Run } from './run.ts';

/** The `Promise` of a run, or a subclass of it, as a value. */
export type PromiseClass = (new (executor: (resolve: unknown, reject: unknown) => void) => object) & { readonly prototype: unknown };

/** Whether this is the run's own `Promise`, of which nothing needs to be asked. */
const isOwn = (run: Run, maker: unknown): boolean => maker === run.promiseClass;

/** The constructor for what follows from `object`. Semantics mirrored: ECMA-262, SpeciesConstructor. */
export function speciesOf(object: object, standard: PromiseClass): unknown {
  const { constructor } = object as { readonly constructor: unknown };
  if (constructor === undefined) return standard;
  if ((typeof constructor !== 'object' || constructor === null) && typeof constructor !== 'function') throw new TypeError('The .constructor property is not an object');
  const species = (constructor as { readonly [Symbol.species]?: unknown })[Symbol.species];
  if (species === undefined || species === null || species === standard) return standard;
  if (!isConstructor(species)) throw new TypeError('object.constructor[Symbol.species] is not a constructor');
  return species;
}

/** Asks without running it: a proxy of a constructor can be constructed, and its handler answers instead. */
function isConstructor(value: unknown): boolean {
  try {
    const probe = new Proxy(value as new () => object, { construct: () => ({}) });
    return typeof new probe() === 'object';
  } catch {
    return false;
  }
}

/**
 * A promise made by `maker`, with the functions that settle it. Of the run's own `Promise` it is the promise itself; a subclass is asked
 * by `new`. Semantics mirrored: ECMA-262, NewPromiseCapability.
 */
export function capability(run: Run, maker: unknown): Capability {
  if (isOwn(run, maker)) return run.promise();
  if (!isConstructor(maker)) throw new TypeError('a promise can be made by a constructor only');
  let resolve: unknown;
  let reject: unknown;
  const visible = new (maker as PromiseClass)((first, second) => {
    if (resolve !== undefined || reject !== undefined) throw new TypeError('Promise executor has already been invoked with non-undefined arguments');
    resolve = first;
    reject = second;
  });
  if (typeof resolve !== 'function' || typeof reject !== 'function') throw new TypeError('Promise resolve or reject function is not callable');
  return new Foreign(visible, resolve as Settle, reject as Settle);
}

/** A promise that a subclass made. Its functions are called as functions. */
class Foreign implements Capability {
  readonly visible: unknown;
  readonly #functions: Resolvers;

  constructor(visible: unknown, resolve: Settle, reject: Settle) {
    this.visible = visible;
    this.#functions = { resolve, reject };
  }

  resolve(value: unknown): void {
    const { resolve } = this.#functions;
    resolve(value);
  }

  reject(reason: unknown): void {
    const { reject } = this.#functions;
    reject(reason);
  }

  resolvers(): Resolvers {
    return this.#functions;
  }
}

/** `maker.resolve(value)` of the language: `value` itself, if `maker` made it. Gives what the program sees. */
export function promiseResolve(run: Run, maker: unknown, value: unknown): object {
  if (PromiseObject.behind(value) !== undefined && (value as object).constructor === maker) return value as object;
  const made = capability(run, maker);
  made.resolve(value);
  return made.visible as object;
}
