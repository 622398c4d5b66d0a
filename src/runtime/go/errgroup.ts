import { checkFunction, quote } from '#base';
import { ABOUT, Call, kernel, PEEK, SHARED, type Access, type Body, type Shared } from '#kernel';
import { Chan } from './channel.ts';
import { withCancelCause, type CancelCauseFunc, type Context } from './context.ts';
import { go, taskName } from './go.ts';
import { Panic } from './panic.ts';
import { WaitGroup } from './wait-group.ts';

/** Bits: 1 fails first, 2 fails later. Those who fail later do not notice one another. */
const FIRST: Access = { bit: 1, after: 1 | 2, races: 1 | 2 };
const LATER: Access = { bit: 2, after: 1, races: 1 };

/**
 * Goroutines that work on parts of one task. `wait` waits for all of them, and hands on the first error.
 *
 * A function fails by throwing, where Go's returns an error. A panic is not caught: it ends the program.
 *
 * Order: the end of each function happens before `wait` returns. Not for use again after `wait`.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/errgroup (x/sync at ec11c4a, 2026-11).
 *
 * @rules errgroup
 * @example
 * const group = new errgroup.Group();
 * const cups = new atomic.Int32();
 * for (const n of [1, 2]) group.go(() => { cups.add(n); });
 * await group.wait();
 * console.log(cups.load()); // 3
 */
export class Group {
  readonly #members = new WaitGroup();
  readonly #failed: Shared = kernel().shared('other', { name: 'errgroup' });
  readonly #cancel: CancelCauseFunc | undefined;
  /** Holds one value for each member, if their number is limited. */
  #places: Chan<true> | undefined;
  #error: { readonly error: unknown } | undefined;

  /** @internal */
  constructor(cancel?: CancelCauseFunc) {
    this.#cancel = cancel;
  }

  /** @internal */
  get [SHARED](): Shared {
    return this.#members[SHARED];
  }

  /** Starts `body` in a goroutine of its own. With a limit, waits until there is a place for it: then `await` it. */
  go(body: () => unknown): Promise<void> | void {
    checkFunction('errgroup: go', body, 'group.go(work)');
    if (this.#places === undefined) this.#start(body);
    else return kernel().run(this.#startInPlace(this.#places, body), 'go');
  }

  /** Starts `body` if the limit allows for it now, and says whether it did. Never waits. */
  tryGo(body: () => unknown): boolean {
    checkFunction('errgroup: tryGo', body, 'group.tryGo(work)');
    if (this.#places !== undefined) {
      if (this.#places.length >= this.#places.capacity) return false;
      this.#places.sendNow(true);
    }
    this.#start(body);
    return true;
  }

  /**
   * Lets at most `n` goroutines of the group run at once; a negative number is no limit.
   *
   * @throws Panic "errgroup: modify limit while 2 goroutines in the group are still active", with their number
   */
  setLimit(n: number): void {
    if (!Number.isInteger(n)) throw new TypeError(`errgroup: setLimit takes a whole number, not ${quote(n)}`);
    const active = this.#places?.length ?? 0;
    if (active !== 0) throw new Panic(`errgroup: modify limit while ${active} goroutines in the group are still active`);
    // With a limit of 0 nothing can be started: as in Go, a channel without room and without a receiver.
    this.#places = n < 0 ? undefined : new Chan<true>(n);
  }

  /** Waits until all functions have ended, then ends the context. @throws the first error, if there was one */
  wait(): Promise<void> {
    return kernel().run(this.#wait(), 'wait');
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access; resource?: Shared } | undefined {
    if (method === 'tryGo' && this.#places !== undefined) return { verb: 'tryGo', access: PEEK, resource: this.#places[SHARED] };
    return method === 'go' && this.#places === undefined ? this.#members[ABOUT]('go') : undefined;
  }

  *#startInPlace(places: Chan<true>, body: () => unknown): Body<void> {
    yield new Call(places.send, places, [true]);
    this.#start(body);
  }

  #start(body: () => unknown): void {
    this.#members.add(1);
    go(taskName(body), () => kernel().run(this.#work(body, this.#places), 'go'));
  }

  *#work(body: () => unknown, places: Chan<true> | undefined): Body<void> {
    try {
      yield new Call(body, undefined, []);
    } catch (error) {
      if (error instanceof Panic) throw error;
      this.#fail(error);
    }
    if (places !== undefined) yield new Call(places.receive, places, []);
    this.#members.done();
  }

  #fail(error: unknown): void {
    kernel().touch(this.#failed, this.#error === undefined ? FIRST : LATER);
    if (this.#error !== undefined) return;
    this.#error = { error };
    this.#cancel?.(error);
  }

  *#wait(): Body<void> {
    yield new Call(this.#members.wait, this.#members, []);
    this.#cancel?.(this.#error?.error);
    if (this.#error !== undefined) throw this.#error.error;
  }
}

/**
 * A group and a context for its functions, which ends when one of them fails, or when `wait` returns. Its `cause` is the first error.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/errgroup#WithContext (x/sync at ec11c4a, 2026-11).
 *
 * @rules errgroup
 * @example
 * const [group, ctx] = errgroup.withContext(context.background());
 * group.go(() => { throw new Error('spilt'); });
 * group.go(() => ctx.done().receive());
 * await group.wait().catch((error: Error) => {
 *   console.log(error.message); // spilt
 * });
 */
export function withContext(parent: Context): [group: Group, ctx: Context] {
  const [ctx, cancel] = withCancelCause(parent);
  return [new Group(cancel), ctx];
}
