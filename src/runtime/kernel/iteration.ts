import { print } from '#base';
import { passedOn, theEnd, type Resumption } from './async-generator.ts';
import type { Pos, Steps } from './lowered.ts';

type Fn = (...args: unknown[]) => unknown;
type Result = IteratorResult<unknown>;

/** How to wait, and to look into a container, as the model does it. */
export interface Waits {
  /** True if the caller must yield before it looks. */
  look(container: object, pos: Pos): boolean;
  call(callee: unknown, self: unknown, args: readonly unknown[], pos: Pos, text?: string): Steps;
  await(value: unknown, pos: Pos): Steps;
}

/**
 * What `for await` and `yield*` go through: an async iterator, or one of an array and the like, whose values are then awaited.
 *
 * Semantics mirrored: ECMA-262, sections 7.4 (iterators), 27.1.6 (async-from-sync iterators) and 15.5.5 (`yield*`).
 */
export class Iteration {
  readonly #object: object;
  /** Looked up once, when the loop begins. */
  readonly #next: unknown;
  readonly #isSync: boolean;
  /** What is gone through, if others could change it meanwhile. */
  readonly #container: object | undefined;

  private constructor(object: unknown, isSync: boolean, container?: object) {
    if (!isObject(object)) throw new TypeError(`Result of the ${isSync ? 'Symbol.iterator' : 'Symbol.asyncIterator'} method is not an object`);
    this.#object = object;
    this.#next = (object as { readonly next?: unknown }).next;
    this.#isSync = isSync;
    this.#container = container;
  }

  /** `container`: the same, if it is one. */
  static of(iterable: unknown, container: object | undefined): Iteration {
    const source = iterable as { readonly [Symbol.asyncIterator]?: unknown; readonly [Symbol.iterator]?: unknown } | null | undefined;
    const make = source?.[Symbol.asyncIterator];
    if (make !== undefined && make !== null) return new Iteration(Reflect.apply(make as Fn, iterable, []), false);
    const makePlain = source?.[Symbol.iterator];
    if (typeof makePlain !== 'function') throw new TypeError('for await needs something that can be iterated: a channel, an array, an async generator');
    return new Iteration(Reflect.apply(makePlain as Fn, iterable, []), true, container);
  }

  /** The next result, its value awaited. */
  *next(waits: Waits, pos: Pos): Steps<Result> {
    if (this.#container !== undefined && waits.look(this.#container, pos)) yield;
    return yield* this.#isSync ? this.#settled(waits, this.#next, [], true, pos) : this.#asked(waits, this.#next, [], pos);
  }

  /** Leaving early: the iterator is told, and waited for. */
  *close(waits: Waits, pos: Pos): Steps {
    const leave = methodOf(this.#object, 'return');
    if (leave === undefined) return undefined;
    yield* this.#isSync ? this.#settled(waits, leave, [], false, pos) : this.#asked(waits, leave, [], pos);
    return undefined;
  }

  /** `yield*` in an async generator: values are passed on as they come, and answers are passed in. */
  *delegate(waits: Waits, pos: Pos): Steps {
    let answer: Resumption = { kind: 'next', value: undefined };
    for (;;) {
      const method = answer.kind === 'next' ? this.#next : methodOf(this.#object, answer.kind);
      if (method === undefined && answer.kind === 'return') return yield theEnd(this.#isSync ? answer.value : yield* waits.await(answer.value, pos));
      if (method === undefined) {
        yield* this.close(waits, pos);
        throw new TypeError('The iterator does not provide a \'throw\' method');
      }
      const args = [answer.value];
      if (answer.kind === 'next' && this.#container !== undefined && waits.look(this.#container, pos)) yield;
      const result = yield* this.#isSync ? this.#settled(waits, method, args, answer.kind !== 'return', pos) : this.#asked(waits, method, args, pos);
      if (result.done) return answer.kind === 'return' ? yield theEnd(result.value) : result.value;
      answer = (yield passedOn(result.value)) as Resumption;
    }
  }

  /** One call of an async iterator. What it returns is waited for. */
  *#asked(waits: Waits, method: unknown, args: readonly unknown[], pos: Pos): Steps<Result> {
    const result = yield* waits.call(method, this.#object, args, pos, 'the method of the iterator');
    return checked(result);
  }

  /** One call of a plain iterator. If its value is rejected while there is more to come, the iterator is closed. */
  *#settled(waits: Waits, method: unknown, args: readonly unknown[], closes: boolean, pos: Pos): Steps<Result> {
    const result = checked(Reflect.apply(method as Fn, this.#object, args));
    const done = Boolean(result.done);
    const given: unknown = result.value;
    let value: unknown;
    try {
      value = yield* waits.await(given, pos);
    } catch (error) {
      if (!done && closes) this.#closePlainly();
      throw error;
    }
    return { value, done };
  }

  /** After an error, which is the one that counts. */
  #closePlainly(): void {
    try {
      const leave = methodOf(this.#object, 'return');
      if (leave !== undefined) Reflect.apply(leave as Fn, this.#object, []);
    } catch {
      // The first error is thrown.
    }
  }
}

/** A method that may be missing: null counts as missing. */
function methodOf(object: object, name: string): unknown {
  const method = (object as Record<string, unknown>)[name];
  if (method === undefined || method === null) return undefined;
  if (typeof method !== 'function') throw new TypeError(`${print(method)} returned for property '${name}' of an iterator is not a function`);
  return method;
}

function checked(result: unknown): Result {
  if (!isObject(result)) throw new TypeError(`Iterator result ${print(result)} is not an object`);
  return result as unknown as Result;
}

const isObject = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';
