import { kernel } from './ambient.ts';
import { SERVE } from './access.ts';
import type { Pos, Steps } from './lowered.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';

/** Marks a value that an async generator yields to its consumer, among the things that it yields to the kernel. */
export const GIVE_TAG: unique symbol = Symbol('give');

/** What a consumer asks for: to go on with a value, with an error, or to come to an end. */
export interface Resumption {
  readonly kind: 'next' | 'throw' | 'return';
  readonly value: unknown;
}

/** What lowered code yields to its generator. */
interface Gift {
  readonly [GIVE_TAG]: 'value' | 'passed on' | 'the end';
  readonly value: unknown;
}

/** A value for the consumer, who answers with `next`, `throw` or `return`. */
export const gift = (value: unknown): Gift => ({ [GIVE_TAG]: 'value', value });
/** The same inside `yield*`, which gets the answer as a `Resumption` and passes it on. */
export const passedOn = (value: unknown): Gift => ({ [GIVE_TAG]: 'passed on', value });
/** `yield*` ends the generator that it stands in: what it delegated to has obeyed a `return`. */
export const theEnd = (value: unknown): Gift => ({ [GIVE_TAG]: 'the end', value });

const isGift = (item: unknown): item is Gift => typeof item === 'object' && item !== null && GIVE_TAG in item;

interface Request extends Resumption {
  /** What the consumer got, if it had to queue. */
  readonly promise: ModelPromise;
}

/**
 * An async generator at work. Requests are served one after another: a second `next` waits for the first. Each is served in a task of
 * its own, which runs the generator's body up to its next `yield`.
 *
 * Semantics mirrored: ECMA-262, section 27.6.3.
 */
export class Machine {
  readonly #run: Run;
  readonly #steps: Steps;
  readonly #await: (value: unknown, pos: Pos) => Steps;
  readonly #shared: Shared;
  readonly #queue: Request[] = [];
  #state: 'start' | 'paused' | 'running' | 'done' = 'start';
  /** Where it is paused, an answer goes to a `yield*`. */
  #passesOn = false;

  constructor(run: Run, steps: Steps, wait: (value: unknown, pos: Pos) => Steps) {
    this.#run = run;
    this.#steps = steps;
    this.#await = wait;
    this.#shared = run.shared('promise');
  }

  request(resumption: Resumption): ModelPromise {
    this.#run.touch(this.#shared, SERVE);
    if (this.#state !== 'running' && this.#queue.length === 0) return this.#serve(resumption, undefined);
    const promise = this.#run.promise();
    this.#queue.push({ ...resumption, promise });
    return promise;
  }

  /** Serves a request now. `queued` is the promise that its consumer got when it had to queue. */
  #serve(resumption: Resumption, queued: ModelPromise | undefined): ModelPromise {
    if (this.#state === 'start' && resumption.kind !== 'next') this.#state = 'done';
    let promise: ModelPromise;
    if (this.#state === 'done' && resumption.kind !== 'return') {
      promise = this.#run.settled(resumption.kind === 'next' ? { failed: false, value: { value: undefined, done: true } } : { failed: true, value: resumption.value });
    } else {
      const steps = this.#state === 'done' ? this.#afterEnd(resumption.value) : this.#resume(resumption);
      this.#state = 'running';
      promise = this.#run.startAsync(steps, resumption.kind);
    }
    promise.whenSettled(() => {
      this.#run.touch(this.#shared, SERVE);
      if (queued !== undefined) passOn(promise, queued);
      // In a job: whoever waits for this answer hears of it before the next one is made. No other task comes between.
      if (this.#queue.length > 0) this.#run.job(() => this.#goOn());
    });
    return promise;
  }

  #goOn(): void {
    const request = this.#queue.shift();
    if (request !== undefined) this.#serve(request, request.promise);
  }

  *#afterEnd(value: unknown): Steps {
    try {
      return { value: yield* this.#await(value, this.#run.pos), done: true };
    } finally {
      this.#state = 'done';
    }
  }

  *#resume(first: Resumption): Steps {
    let { kind, value } = first;
    if (this.#passesOn) [kind, value] = ['next', first];
    else if (kind === 'return') {
      // `return` waits for its value, and only then ends the body, so that a rejection is thrown into it.
      try {
        value = yield* this.#await(value, this.#run.pos);
      } catch (error) {
        [kind, value] = ['throw', error];
      }
    }
    for (;;) {
      let result: IteratorResult<unknown, unknown> | undefined;
      try {
        result = this.#steps[kind](value);
      } finally {
        if (result === undefined || result.done) this.#state = 'done';
      }
      if (result.done) return { value: result.value, done: true };
      const item = result.value;
      if (isGift(item)) {
        if (item[GIVE_TAG] === 'the end') {
          [kind, value] = ['return', item.value];
          continue;
        }
        this.#state = 'paused';
        this.#passesOn = item[GIVE_TAG] === 'passed on';
        return { value: item.value, done: false };
      }
      try {
        [kind, value] = ['next', yield item];
      } catch (error) {
        [kind, value] = ['throw', error];
      }
    }
  }
}

function passOn(from: ModelPromise, to: ModelPromise): void {
  const { state } = from;
  from.heard();
  to.stamp = from.stamp;
  if (state.kind === 'fulfilled') to.resolve(state.value);
  else if (state.kind === 'rejected') to.reject(state.reason);
}

/** The object that learner code holds for an async generator. */
export class AsyncGeneratorObject {
  readonly #machine: Machine;

  constructor(machine: Machine, prototype: object) {
    this.#machine = machine;
    Object.setPrototypeOf(this, prototype);
  }

  static machineOf(value: unknown): Machine | undefined {
    return typeof value === 'object' && value !== null && #machine in value ? value.#machine : undefined;
  }
}

/** `next`, `throw` and `return` of async generators. Called on something else, they reject. */
export function requestOf(generator: unknown, kind: Resumption['kind'], value: unknown): unknown {
  const machine = AsyncGeneratorObject.machineOf(generator);
  if (machine !== undefined) return machine.request({ kind, value }).visible;
  const run = kernel() as unknown as Run;
  return run.settled({ failed: true, value: new TypeError(`${kind} method called on incompatible receiver`) }).visible;
}
