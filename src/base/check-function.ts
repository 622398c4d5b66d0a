import { quote } from './print.ts';

/**
 * For everything that takes a function and is often given what the function returned.
 *
 * @throws TypeError that says what `name` was given, how `right` the call is written, and what is `wrong` with the other way
 */
export function checkFunction(name: string, value: unknown, right = `${name}(work)`, wrong = right.replace('work', 'work()')): asserts value is (...args: never[]) => unknown {
  if (typeof value === 'function') return;
  throw new TypeError(`${name} takes a function, not ${isPromise(value) ? 'a promise' : quote(value)}. Write ${right}, not ${wrong}: the second calls work first.`);
}

/** Its printed form would differ from kernel to kernel. */
const isPromise = (value: unknown): boolean => typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
