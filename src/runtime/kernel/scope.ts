import type { Steps } from './lowered.ts';

type Dispose = (...args: never[]) => unknown;

interface Entry {
  readonly value: unknown;
  /** Missing for a null or undefined of `await using`, which is still waited for. */
  readonly dispose: Dispose | undefined;
  readonly isAsync: boolean;
  /** False if `await using` had to do with a plain `Symbol.dispose`: what that returns is not waited for. */
  readonly isAwaited: boolean;
}

/** How to call a method and wait for what it returns, and how to wait for nothing. */
export interface DisposeWaits {
  call(dispose: Dispose, value: unknown): Steps;
  pause(): Steps;
}

/**
 * What a block with `using` declarations has to dispose of when it is left. Semantics mirrored: ECMA-262, DisposeResources: the last
 * comes first, an error does not keep the others from being disposed of, and `await using` waits at least once.
 */
export class Scope {
  #entries: Entry[] = [];

  use(value: unknown, isAsync: boolean): unknown {
    if (value === null || value === undefined) {
      if (isAsync) this.#entries.push({ value, dispose: undefined, isAsync, isAwaited: false });
      return value;
    }
    const what = isAsync ? 'await using' : 'using';
    if (typeof value !== 'object' && typeof value !== 'function') throw new TypeError(`${what} needs an object that can be disposed of`);
    const own = isAsync ? methodOf(value, Symbol.asyncDispose, what) : undefined;
    const dispose = own ?? methodOf(value, Symbol.dispose, what);
    if (dispose === undefined) throw new TypeError(`${what} needs an object that can be disposed of`);
    this.#entries.push({ value, dispose, isAsync, isAwaited: own !== undefined });
    return value;
  }

  /** A function to be called instead of a value's method. */
  defer(dispose: Dispose): void {
    this.#entries.push({ value: undefined, dispose, isAsync: true, isAwaited: true });
  }

  *disposeAll(failed: boolean, error: unknown, waits: DisposeWaits): Steps {
    let failure = failed ? { error } : undefined;
    let needsPause = false;
    let hasWaited = false;
    const entries = this.#entries.reverse();
    this.#entries = [];
    for (const { value, dispose, isAsync, isAwaited } of entries) {
      if (!isAsync && needsPause && !hasWaited) {
        yield* waits.pause();
        needsPause = false;
      }
      if (dispose === undefined) {
        needsPause = true;
        continue;
      }
      try {
        if (isAwaited) {
          hasWaited = true;
          yield* waits.call(dispose, value);
        } else {
          Reflect.apply(dispose, value, []);
          if (isAsync) {
            hasWaited = true;
            yield* waits.pause();
          }
        }
      } catch (problem) {
        failure = { error: failure === undefined ? problem : suppressed(problem, failure.error) };
      }
    }
    if (needsPause && !hasWaited) yield* waits.pause();
    if (failure !== undefined) throw failure.error;
    return undefined;
  }

  disposeAllSync(failed: boolean, error: unknown): void {
    this.disposeAll(failed, error, { call: never, pause: never }).next();
  }
}

/** A plain `using` calls `Symbol.dispose` alone. */
function* never(): Steps {
  return undefined;
}

function methodOf(value: object, key: symbol, what: string): Dispose | undefined {
  const method = (value as Record<symbol, unknown>)[key];
  if (method === undefined || method === null) return undefined;
  if (typeof method !== 'function') throw new TypeError(`${what} needs an object whose ${String(key)} is a function`);
  return method as Dispose;
}

/** What the host calls it; hosts that have none yet get an error of that name. */
function suppressed(error: unknown, before: unknown): Error {
  const message = 'An error was suppressed during disposal';
  if (typeof SuppressedError === 'function') return new SuppressedError(error, before, message);
  const combined = new Error(message);
  combined.name = 'SuppressedError';
  return Object.assign(combined, { error, suppressed: before });
}
