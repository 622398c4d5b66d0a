import type { Pos, Steps } from './lowered.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';

/** Marks a value that an async generator yields to its consumer, among the things that it yields to the kernel. */
export const GIVE_TAG: unique symbol = Symbol('give');

type Resumption = { readonly kind: 'next' | 'throw' | 'return'; readonly value: unknown };

/**
 * What a lowered async generator function returns. Requests are served one after another: a second `next` waits for the first.
 *
 * Semantics mirrored: ECMA-262, section 27.6.
 */
export class AsyncGeneratorObject {
  readonly #run: Run;
  readonly #steps: Steps;
  readonly #await: (value: unknown, pos: Pos) => Steps;
  #tail: ModelPromise | undefined;
  #started = false;
  #finished = false;

  constructor(run: Run, steps: Steps, wait: (value: unknown, pos: Pos) => Steps) {
    this.#run = run;
    this.#steps = steps;
    this.#await = wait;
  }

  next(value?: unknown): unknown {
    return this.#request({ kind: 'next', value });
  }

  throw(error?: unknown): unknown {
    return this.#request({ kind: 'throw', value: error });
  }

  return(value?: unknown): unknown {
    return this.#request({ kind: 'return', value });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return 'AsyncGenerator';
  }

  #request(resumption: Resumption): ModelPromise {
    const before = this.#tail;
    const promise = this.#run.startAsync(this.#serve(resumption, before), 'next');
    this.#tail = promise;
    return promise;
  }

  *#serve(resumption: Resumption, before: ModelPromise | undefined): Steps {
    if (before !== undefined && !before.isSettled) {
      try {
        yield* this.#await(before, this.#run.pos);
      } catch {
        // The failure was delivered to whoever asked first.
      }
    }
    if (this.#finished || (!this.#started && resumption.kind !== 'next')) {
      this.#finished = true;
      if (resumption.kind === 'throw') throw resumption.value;
      return { done: true, value: resumption.kind === 'return' ? yield* this.#await(resumption.value, this.#run.pos) : undefined };
    }
    this.#started = true;
    return yield* this.#resume(resumption);
  }

  *#resume(resumption: Resumption): Steps {
    let next = resumption;
    for (;;) {
      let result: IteratorResult<unknown, unknown>;
      try {
        result = this.#steps[next.kind](next.value);
      } catch (error) {
        this.#finished = true;
        throw error;
      }
      if (result.done) {
        this.#finished = true;
        return { done: true, value: yield* this.#await(result.value, this.#run.pos) };
      }
      const item = result.value;
      if (typeof item === 'object' && item !== null && GIVE_TAG in item) return { done: false, value: (item as unknown as { value: unknown }).value };
      try {
        next = { kind: 'next', value: yield item };
      } catch (error) {
        next = { kind: 'throw', value: error };
      }
    }
  }
}
