import type { Steps } from './lowered.ts';

type Dispose = (...args: never[]) => unknown;

/** What a block with `using` declarations has to dispose of when it is left. Semantics mirrored: ECMA-262, DisposableStack. */
export class Scope {
  readonly #entries: { readonly value: unknown; readonly dispose: Dispose; readonly isAsync: boolean }[] = [];

  use(value: unknown, isAsync: boolean): unknown {
    if (value === null || value === undefined) return value;
    const holder = value as { [Symbol.asyncDispose]?: unknown; [Symbol.dispose]?: unknown };
    const dispose = (isAsync ? holder[Symbol.asyncDispose] : undefined) ?? holder[Symbol.dispose];
    if (typeof dispose !== 'function') throw new TypeError(`${isAsync ? 'await using' : 'using'} needs an object that can be disposed of`);
    this.#entries.push({ value, dispose: dispose as Dispose, isAsync });
    return value;
  }

  *disposeAll(failed: boolean, error: unknown, call: (dispose: Dispose, value: unknown) => Steps): Steps {
    let failure = failed ? { error } : undefined;
    for (const { value, dispose, isAsync } of this.#entries.splice(0).reverse()) {
      try {
        if (isAsync) yield* call(dispose, value);
        else Reflect.apply(dispose, value, []);
      } catch (problem) {
        failure = { error: failure === undefined ? problem : suppressed(problem, failure.error) };
      }
    }
    if (failure !== undefined) throw failure.error;
    return undefined;
  }

  disposeAllSync(failed: boolean, error: unknown): void {
    const steps = this.disposeAll(failed, error, function* (dispose, value) {
      return Reflect.apply(dispose, value, []) as unknown;
    });
    steps.next();
  }
}

function suppressed(error: unknown, before: unknown): Error {
  const combined = new Error('An error was suppressed during disposal');
  combined.name = 'SuppressedError';
  return Object.assign(combined, { error, suppressed: before });
}
