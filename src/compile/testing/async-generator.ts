import type { Steps } from '#kernel';

type How = 'next' | 'throw' | 'return';
interface Request {
  readonly how: How;
  readonly value: unknown;
  readonly resolve: (result: IteratorResult<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

/** An async generator over steps, with the queue that the language gives it. For tests. */
export class AsyncGeneratorOfSteps {
  readonly #steps: Steps;
  readonly #queue: Request[] = [];
  #state: 'start' | 'paused' | 'running' | 'done' = 'start';

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  next(value?: unknown): Promise<IteratorResult<unknown>> { return this.#ask('next', value); }
  throw(value?: unknown): Promise<IteratorResult<unknown>> { return this.#ask('throw', value); }
  return(value?: unknown): Promise<IteratorResult<unknown>> { return this.#ask('return', value); }
  [Symbol.asyncIterator](): this { return this; }

  #ask(how: How, value: unknown): Promise<IteratorResult<unknown>> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ how, value, resolve, reject });
      if (this.#state !== 'running') this.#serve();
    });
  }

  #serve(): void {
    const request = this.#queue[0];
    if (!request) return;
    const { how, value } = request;
    if (this.#state === 'start' && how !== 'next') this.#state = 'done';
    if (this.#state === 'done') {
      if (how === 'next') return this.#answer({ value: undefined, done: true });
      if (how === 'throw') return this.#fail(value);
      this.#state = 'running';
      Promise.resolve(value).then((v) => this.#end({ value: v, done: true }), (e: unknown) => this.#break(e));
      return;
    }
    this.#state = 'running';
    if (how === 'return') Promise.resolve(value).then((v) => this.#resume('return', v), (e: unknown) => this.#resume('throw', e));
    else this.#resume(how, value);
  }

  #resume(how: How, value: unknown): void {
    try {
      let result = this.#steps[how](value as never);
      for (;;) {
        if (result.done) return this.#end({ value: result.value, done: true });
        const what = result.value as { give: unknown } | { wait: unknown } | undefined;
        if (what && 'give' in what) {
          this.#state = 'paused';
          return this.#answer({ value: what.give, done: false });
        }
        if (what && 'wait' in what) return void Promise.resolve(what.wait).then((v) => this.#resume('next', v), (e: unknown) => this.#resume('throw', e));
        result = this.#steps.next(undefined);
      }
    } catch (error) {
      this.#break(error);
    }
  }

  #end(result: IteratorResult<unknown>): void {
    this.#state = 'done';
    this.#answer(result);
  }

  #break(error: unknown): void {
    this.#state = 'done';
    this.#fail(error);
  }

  #answer(result: IteratorResult<unknown>): void {
    this.#queue.shift()?.resolve(result);
    if (this.#state !== 'running') this.#serve();
  }

  #fail(error: unknown): void {
    this.#queue.shift()?.reject(error);
    if (this.#state !== 'running') this.#serve();
  }
}
