import { PRINTED, quote } from '#base';
import { ABOUT, kernel, SHARED, type Access, type Shared, type Stamp } from '#kernel';
import { Chan } from './channel.ts';
import { nil } from './nil-channel.ts';
import { Panic } from './panic.ts';

/** Bits: 1 looks whether it is cancelled, 2 cancels it. */
const LOOK: Access = { bit: 1, after: 2, races: 2 };
const CANCEL: Access = { bit: 2, after: 1 | 2, races: 1 | 2 };

const failure = (message: string): Error => Object.freeze(new Error(message));

/**
 * What `err` returns once a context has been cancelled.
 *
 * Semantics mirrored: https://pkg.go.dev/context#pkg-variables (Go 1.27).
 *
 * @rules context
 * @example
 * const [ctx, cancel] = context.withCancel(context.background());
 * cancel();
 * console.log(ctx.err() === context.Canceled); // true
 */
export const Canceled: Error = failure('context canceled');
/**
 * What `err` returns once its time is over.
 *
 * Semantics mirrored: https://pkg.go.dev/context#pkg-variables (Go 1.27).
 *
 * @rules context
 * @example
 * const [ctx, cancel] = context.withTimeout(context.background(), 0);
 * console.log(ctx.err() === context.DeadlineExceeded); // true
 * cancel();
 */
export const DeadlineExceeded: Error = failure('context deadline exceeded');

/** Says to all who work for one purpose when to stop, by when, and carries values for them. Make one with `withCancel` and its like. */
export interface Context {
  /** When it will be cancelled, by `now()`; `undefined` if no time is set. */
  deadline(): number | undefined;
  /** A channel that is closed when the context is cancelled. It never carries a value. */
  done(): Chan<never>;
  /** `undefined` until the context is cancelled; then `Canceled` or `DeadlineExceeded`. */
  err(): Error | undefined;
  /** The value stored under `key`, here or further up. */
  value(key: unknown): unknown;
}

/** What is cancelled together with a context. */
interface Child {
  cancel(err: Error, cause: unknown): void;
}

/** A context: one node of a tree. */
export abstract class ContextNode implements Context {
  /** The nearest node, this one or further up, that can be cancelled. */
  abstract readonly source: CancelNode | undefined;
  readonly parent: ContextNode | undefined;
  readonly #title: string;

  constructor(parent: ContextNode | undefined, title: string) {
    this.parent = parent;
    this.#title = title;
  }

  /** The resource of its channel, under which it is shown. */
  get [SHARED](): Shared {
    return this.done()[SHARED];
  }

  abstract done(): Chan<never>;

  deadline(): number | undefined {
    return this.source?.time;
  }

  err(): Error | undefined {
    return this.source?.look('err')?.err;
  }

  cause(): unknown {
    return this.source?.look('cause')?.cause;
  }

  value(key: unknown): unknown {
    return this.parent?.value(key);
  }

  [ABOUT](method: PropertyKey): { verb: string; access: Access; resource: Shared } | undefined {
    return method === 'err' && this.source !== undefined ? { verb: 'err', access: LOOK, resource: this.source.state } : undefined;
  }

  [PRINTED](): string {
    return this.parent === undefined ? this.#title : `${this.parent[PRINTED]()}.${this.#title}`;
  }
}

/** Never cancelled: the root of a tree, or a branch that is cut off from what happens to its parent. */
export class FreeNode extends ContextNode {
  readonly source = undefined;
  #done: Chan<never> | undefined;

  /** As in Go, a nil channel. */
  done(): Chan<never> {
    return (this.#done ??= nil<never>());
  }
}

export class ValueNode extends ContextNode {
  readonly source: CancelNode | undefined;
  readonly #above: ContextNode;
  readonly #key: unknown;
  readonly #value: unknown;

  constructor(parent: ContextNode, key: unknown, value: unknown) {
    super(parent, `WithValue(${quote(key)}, ${quote(value)})`);
    if (key === undefined || key === null) throw new Panic('nil key');
    this.#above = parent;
    this.source = parent.source;
    this.#key = key;
    this.#value = value;
  }

  done(): Chan<never> {
    return this.#above.done();
  }

  override value(key: unknown): unknown {
    return key === this.#key ? this.#value : super.value(key);
  }
}

/**
 * Can be cancelled, and takes with it, in the same step, all that hangs below it.
 *
 * Invariants: `#ended` is set exactly when the channel is closed; nothing hangs below a node that is cancelled.
 */
export class CancelNode extends ContextNode implements Child {
  readonly source = this;
  /** Whether it is cancelled, as the explorer sees it. */
  readonly state: Shared = kernel().shared('other', { name: 'context' });
  readonly time: number | undefined;
  readonly #done = new Chan<never>();
  readonly #children = new Set<Child>();
  #ended: { readonly err: Error; readonly cause: unknown; readonly at: Stamp | undefined } | undefined;
  #timer: { cancel(): boolean } | undefined;

  constructor(parent: ContextNode, title: string, time = parent.deadline()) {
    super(parent, title);
    this.time = time;
    parent.source?.adopt(this);
  }

  done(): Chan<never> {
    return this.#done;
  }

  /** Cancels it after `ms`, unless that has been done by then. */
  cancelAfter(ms: number, cause: unknown): void {
    if (this.#ended !== undefined) return;
    this.#timer = kernel().timer(ms, `deadline(${ms})`, () => {
      this.#timer = undefined;
      this.cancel(DeadlineExceeded, cause);
    });
  }

  /** How it ended, if it has. */
  look(verb: string): { readonly err: Error; readonly cause: unknown } | undefined {
    const k = kernel();
    k.touch(this.state, LOOK);
    k.acquire(this.#ended?.at);
    k.did(verb, this[SHARED], { note: this.#ended === undefined ? 'not cancelled' : this.#ended.err.message });
    return this.#ended;
  }

  /** `child` is cancelled when this is, at once if this has been. */
  adopt(child: Child): void {
    const k = kernel();
    k.touch(this.state, LOOK);
    if (this.#ended === undefined) this.#children.add(child);
    else {
      k.acquire(this.#ended.at);
      child.cancel(this.#ended.err, this.#ended.cause);
    }
  }

  /** `child` is not told any more. That it would have been told makes it depend on whether this one was cancelled before. */
  abandon(child: Child): void {
    kernel().touch(this.state, LOOK);
    this.#children.delete(child);
  }

  /** The first call decides; later ones change nothing. */
  cancel(err: Error, cause: unknown): void {
    const k = kernel();
    k.touch(this.state, this.#ended === undefined ? CANCEL : LOOK);
    if (this.#ended !== undefined) return;
    k.did('cancel', this[SHARED], { note: cause === undefined || cause === err ? err.message : `${err.message}: ${k.shown(cause)}` });
    this.#ended = { err, cause: cause ?? err, at: k.release() };
    this.#done.close();
    const children = [...this.#children];
    this.#children.clear();
    for (const child of children) child.cancel(err, this.#ended.cause);
    this.#timer?.cancel();
    this.#timer = undefined;
    this.parent?.source?.abandon(this);
  }
}

/** A function that is to be started when a context is cancelled. */
export class Waker implements Child {
  readonly #state: Shared = kernel().shared('other', { name: 'afterFunc' });
  readonly #start: () => void;
  #isUsed = false;

  constructor(start: () => void) {
    this.#start = start;
  }

  cancel(): void {
    if (this.#use()) this.#start();
  }

  /** True if the function has not been started, and will not be. */
  stop(): boolean {
    return this.#use();
  }

  #use(): boolean {
    kernel().touch(this.#state, this.#isUsed ? LOOK : CANCEL);
    const isFirst = !this.#isUsed;
    this.#isUsed = true;
    return isFirst;
  }
}

// A program gets objects of them.
