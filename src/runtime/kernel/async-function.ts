import { asyncFunctionPrototype } from './async-intrinsics.ts';
import type { Steps } from './lowered.ts';

type Fn = (...args: any[]) => unknown;

/** Gives back the function itself, so that a class that extends this puts its private fields there. */
const Given = function (fn: Function): Function {
  return fn;
} as unknown as new (fn: Function) => object;

/**
 * What makes a function async: the steps of its body, so that `await f()` can run them in the caller's task. They are kept in a private
 * field of the function itself, where no program can see them; that costs far less than a property that is hidden.
 */
class AsyncFunction extends Given {
  readonly #steps: Fn;

  constructor(fn: Function, steps: Fn) {
    super(fn);
    this.#steps = steps;
  }

  static stepsOf(fn: unknown): Fn | undefined {
    return typeof fn === 'function' && #steps in fn ? fn.#steps : undefined;
  }
}

/** Makes `fn`, which is none yet, the async function whose body is `steps`. */
export function markAsync<F extends Function>(fn: F, steps: Function): F {
  Object.setPrototypeOf(fn, asyncFunctionPrototype);
  new AsyncFunction(fn, steps as Fn);
  return fn;
}

/** The body of `fn`, if it is an async function of a program. */
export const stepsOf = (fn: unknown): Fn | undefined => AsyncFunction.stepsOf(fn);

/** The steps that `make` makes. If it throws, they throw that. */
export function begun(make: () => Steps): Steps {
  try {
    return make();
  } catch (error) {
    return failing(error);
  }
}

/** Steps that throw `error`. */
export function* failing(error: unknown): Steps {
  throw error;
}
