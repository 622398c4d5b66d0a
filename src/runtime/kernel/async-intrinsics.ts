/**
 * What async functions and async generators inherit, as in the language: `AsyncFunction.prototype`, `AsyncGeneratorFunction.prototype`
 * and so on. The host's own would lead to the host's promises.
 *
 * Semantics mirrored: ECMA-262, sections 27.1.3, 27.3, 27.4 and 27.7.
 */
import { kernel } from './ambient.ts';
import { requestOf } from './async-generator.ts';
import type { Run } from './run.ts';

type Method = (this: any, ...args: any[]) => unknown;

const data = (value: unknown, writable = false): PropertyDescriptor => ({ value, writable, enumerable: false, configurable: true });

/** `AsyncFunction` and the like cannot be called: they would make functions of texts that the course has not seen. */
function makeConstructor(name: string, prototype: object): void {
  const constructor = function (): never {
    throw new EvalError(`"${name}" cannot make functions here: the course must see the whole program`);
  };
  Object.setPrototypeOf(constructor, Function);
  Object.defineProperties(constructor, { name: data(name), length: data(1), prototype: { value: prototype, writable: false, enumerable: false, configurable: false } });
  Object.defineProperties(prototype, { constructor: data(constructor), [Symbol.toStringTag]: data(name) });
}

export const asyncFunctionPrototype = Object.create(Function.prototype) as object;
makeConstructor('AsyncFunction', asyncFunctionPrototype);

export const asyncGeneratorFunctionPrototype = Object.create(Function.prototype) as object;
makeConstructor('AsyncGeneratorFunction', asyncGeneratorFunctionPrototype);

const asyncIteratorPrototype: object = methods(Object.prototype, {
  [Symbol.asyncIterator](): unknown {
    return this;
  },
  [Symbol.asyncDispose](): unknown {
    const run = kernel() as unknown as Run;
    const result = run.promise();
    try {
      const leave = (this as unknown as { readonly return?: unknown }).return;
      if (leave === undefined || leave === null) result.resolve(undefined);
      else run.resolved(Reflect.apply(leave as Method, this, [])).react(() => undefined, undefined, result);
    } catch (error) {
      result.reject(error);
    }
    return result.visible;
  },
});

/** What all async generators inherit. `next`, `throw` and `return` put a request into the generator's queue. */
export const asyncGeneratorPrototype: object = methods(asyncIteratorPrototype, {
  next(value: unknown): unknown {
    return requestOf(this, 'next', value);
  },
  return(value: unknown): unknown {
    return requestOf(this, 'return', value);
  },
  throw(error: unknown): unknown {
    return requestOf(this, 'throw', error);
  },
});
Object.defineProperties(asyncGeneratorPrototype, { constructor: data(asyncGeneratorFunctionPrototype), [Symbol.toStringTag]: data('AsyncGenerator') });
Object.defineProperty(asyncGeneratorFunctionPrototype, 'prototype', data(asyncGeneratorPrototype));

function methods(parent: object, own: Record<PropertyKey, unknown>): object {
  const made = Object.create(parent) as object;
  for (const key of Reflect.ownKeys(own)) Object.defineProperty(made, key, data(own[key], true));
  return made;
}
