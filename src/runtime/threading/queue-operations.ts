import { DEFAULT_RECEIVE, DEFAULT_SEND, Operation, ReadyOperation, RECEIVE, SEND, SHARED, WAIT, type Access, type Shared } from '#kernel';
import { Empty, Full } from './errors.ts';
import type { Buffer } from './queue-buffer.ts';
import { within } from './timed.ts';

/** Puts a value in, waiting for room. */
export class PutOperation<T> extends Operation<void> {
  readonly verb = 'put';
  readonly reason: string;
  readonly resource: Shared;
  readonly #buffer: Buffer<T>;
  readonly #value: T;

  constructor(buffer: Buffer<T>, value: T) {
    super();
    this.#buffer = buffer;
    this.#value = value;
    this.reason = `${buffer.kind}.put`;
    this.resource = buffer[SHARED];
  }

  ways(): number {
    return this.#buffer.isShutdown || this.#buffer.hasRoom() ? 1 : 0;
  }

  perform(): void {
    this.#buffer.put(this.#value, false);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#buffer.putAccess);
  }
}

/** Takes the next value out, waiting for one. */
export class GetOperation<T> extends Operation<T> {
  readonly verb = 'get';
  readonly reason: string;
  readonly resource: Shared;
  readonly #buffer: Buffer<T>;

  constructor(buffer: Buffer<T>) {
    super();
    this.#buffer = buffer;
    this.reason = `${buffer.kind}.get`;
    this.resource = buffer[SHARED];
  }

  ways(): number {
    return this.#buffer.isShutdown || this.#buffer.hasItems() ? 1 : 0;
  }

  perform(): T {
    return this.#buffer.get(false);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#buffer.getAccess);
  }
}

/** `put` and `get` that do not wait, as operations, since their callers await them. */
export class TryOperation<R> extends ReadyOperation<R> {
  readonly verb: string;
  readonly reason = 'ready';
  readonly resource: Shared;
  readonly #access: Access;
  readonly #act: () => R;

  constructor(verb: 'put' | 'get', resource: Shared, act: () => R) {
    super();
    this.verb = verb;
    this.resource = resource;
    this.#access = verb === 'put' ? SEND : RECEIVE;
    this.#act = act;
  }

  perform(): R {
    return this.#act();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#access);
  }
}

/** Waits until nothing is unfinished. */
export class JoinOperation extends Operation<void> {
  readonly verb = 'join';
  readonly reason = 'Queue.join';
  readonly resource: Shared;
  readonly #isFinished: () => boolean;
  readonly #passed: () => void;

  constructor(tasks: Shared, isFinished: () => boolean, passed: () => void) {
    super();
    this.resource = tasks;
    this.#isFinished = isFinished;
    this.#passed = passed;
  }

  ways(): number {
    return this.#isFinished() ? 1 : 0;
  }

  perform(): void {
    this.#passed();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WAIT);
  }
}

/** What a `put` and a `get` are whose time ran out: they found no room, or no value, and no shutdown. */
export const NO_ROOM = DEFAULT_SEND;
export const NO_ITEM = DEFAULT_RECEIVE;
export const full = (): never => {
  throw new Full('the queue is full');
};
export const empty = (): never => {
  throw new Empty('the queue is empty');
};

/** The `get` of any queue. */
export const getting = <T>(buffer: Buffer<T>, block: boolean, seconds: number | undefined): Operation<T> =>
  block ? within(new GetOperation(buffer), NO_ITEM, seconds, empty) : new TryOperation('get', buffer[SHARED], () => buffer.get(true));
