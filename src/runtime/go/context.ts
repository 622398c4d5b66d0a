import { checkFunction, quote } from '#base';
import { ABOUT, kernel, NOW, SHARED } from '#kernel';
import { Canceled, CancelNode, ContextNode, DeadlineExceeded, FreeNode, ValueNode, Waker, type Context } from './context-tree.ts';
import { go, taskName } from './go.ts';
import { Panic } from './panic.ts';

export { Canceled, DeadlineExceeded, type Context } from './context-tree.ts';

/** Cancels a context. The first call counts. Does not wait for those who work under it. */
export type CancelFunc = () => void;
/** Cancels a context and says why. Without a cause, the cause is `Canceled`. */
export type CancelCauseFunc = (cause?: unknown) => void;

/**
 * The root of all contexts of a program: never cancelled, without values. `main` makes it.
 *
 * Semantics mirrored: https://pkg.go.dev/context#Background (Go 1.27).
 *
 * @rules context
 * @example
 * const ctx = context.background();
 * console.log(ctx.err(), ctx.deadline()); // undefined undefined
 */
export function background(): Context {
  return new FreeNode(undefined, 'context.Background');
}

/**
 * The same as `background`, where it is not clear yet which context it should be.
 *
 * Semantics mirrored: https://pkg.go.dev/context#TODO (Go 1.27).
 *
 * @rules context
 * @example
 * const ctx = context.todo(); // until the caller passes one
 * console.log(ctx.err()); // undefined
 */
export function todo(): Context {
  return new FreeNode(undefined, 'context.TODO');
}

/**
 * A context below `parent` that ends when `cancel` is called, or when `parent` ends. Call `cancel` when the work is done, in a
 * `finally`: until then the parent keeps the child.
 *
 * Order: the call of `cancel` happens before a receive from `done()` returns, and before an `err()` that is not `undefined`.
 *
 * In Go a moment may pass between the end of a context and the end of those below it. Here they end in one step.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithCancel (Go 1.27).
 *
 * @throws Panic "cannot create context from nil parent"
 * @rules context
 * @example
 * const [ctx, cancel] = context.withCancel(context.background());
 * const stopped = chan();
 * go(async () => {
 *   await ctx.done().receive();
 *   console.log(ctx.err()?.message); // context canceled
 *   stopped.close();
 * });
 * cancel();
 * await stopped.receive();
 */
export function withCancel(parent: Context): [ctx: Context, cancel: CancelFunc] {
  const node = new CancelNode(nodeOf(parent), 'WithCancel');
  return pair(node, cancelling(node));
}

/**
 * Like `withCancel`, and `cancel(cause)` says why: `cause(ctx)` returns it. `err()` is `Canceled` all the same.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithCancelCause (Go 1.27).
 *
 * @rules context
 * @example
 * const parent = context.background();
 * const [ctx, cancel] = context.withCancelCause(parent);
 * cancel(new Error('the shop is closed'));
 * console.log(ctx.err()?.message); // context canceled
 * console.log(String(context.cause(ctx))); // Error: the shop is closed
 */
export function withCancelCause(parent: Context): [ctx: Context, cancel: CancelCauseFunc] {
  const node = new CancelNode(nodeOf(parent), 'WithCancel');
  return pair(node, announced((cause?: unknown) => { node.cancel(Canceled, cause); }));
}

/**
 * A context that ends by itself when the clock shows `deadline`, or when `parent` ends, if that comes first. Call `cancel` when the work is done.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithDeadline (Go 1.27).
 *
 * @rules context
 * @example
 * const at = now() + 50;
 * const [ctx, cancel] = context.withDeadline(context.background(), at);
 * console.log(ctx.deadline() === at); // true
 * cancel();
 */
export function withDeadline(parent: Context, deadline: number): [ctx: Context, cancel: CancelFunc] {
  return withDeadlineCause(parent, deadline, undefined);
}

/**
 * Like `withDeadline`; `cause(ctx)` returns `cause` if it is the time that ends it. `cancel` sets no cause.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithDeadlineCause (Go 1.27).
 *
 * @rules context
 * @example
 * const late = new Error('the kitchen closes at ten');
 * const [ctx, cancel] = context.withDeadlineCause(
 *   context.background(), now() + 50, late,
 * );
 * await ctx.done().receive();
 * console.log(context.cause(ctx) === late); // true
 * cancel();
 */
export function withDeadlineCause(parent: Context, deadline: number, cause: unknown): [ctx: Context, cancel: CancelFunc] {
  checkTime('withDeadline', deadline);
  const above = nodeOf(parent);
  const earlier = above.deadline();
  if (earlier !== undefined && earlier < deadline) return withCancel(parent);
  const k = kernel();
  k.touch(k.clock, NOW);
  const left = deadline - k.now();
  const node = new CancelNode(above, `WithDeadline(${deadline})`, deadline);
  if (left <= 0) node.cancel(DeadlineExceeded, cause);
  else node.cancelAfter(left, cause);
  return pair(node, cancelling(node));
}

/**
 * A context that ends by itself after `ms` milliseconds, or when `parent` ends, if that comes first. Call `cancel` when the work is done.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithTimeout (Go 1.27).
 *
 * @rules context
 * @example
 * const parent = context.background();
 * const [ctx, cancel] = context.withTimeout(parent, 50);
 * const answers = chan<string>(1);
 * go(async () => { await answers.send('tea'); });
 * const answer = await select(
 *   answers.onReceive((value) => value),
 *   ctx.done().onReceive(() => ctx.err()?.message),
 * );
 * console.log(answer); // tea or context deadline exceeded
 * cancel();
 */
export function withTimeout(parent: Context, ms: number): [ctx: Context, cancel: CancelFunc] {
  return withTimeoutCause(parent, ms, undefined);
}

/**
 * Like `withTimeout`; `cause(ctx)` returns `cause` if it is the time that ends it. `cancel` sets no cause.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithTimeoutCause (Go 1.27).
 *
 * @rules context
 * @example
 * const slow = new Error('the kettle is slow');
 * const [ctx, cancel] = context.withTimeoutCause(
 *   context.background(), 50, slow,
 * );
 * await ctx.done().receive();
 * console.log(ctx.err()?.message); // context deadline exceeded
 * console.log(context.cause(ctx) === slow); // true
 * cancel();
 */
export function withTimeoutCause(parent: Context, ms: number, cause: unknown): [ctx: Context, cancel: CancelFunc] {
  checkTime('withTimeout', ms);
  const k = kernel();
  k.touch(k.clock, NOW);
  return withDeadlineCause(parent, k.now() + ms, cause);
}

/**
 * A context that carries `value` under `key`, and otherwise is as `parent` is.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithValue (Go 1.27).
 *
 * @throws Panic "nil key"
 * @rules context
 * @example
 * const user = Symbol('user');
 * const ctx = context.withValue(context.background(), user, 'Ada');
 * console.log(ctx.value(user)); // Ada
 */
export function withValue(parent: Context, key: unknown, value: unknown): Context {
  return new ValueNode(nodeOf(parent), key, value);
}

/**
 * A context with the values of `parent`, which does not end when `parent` does, and has no deadline.
 *
 * Semantics mirrored: https://pkg.go.dev/context#WithoutCancel (Go 1.27).
 *
 * @rules context
 * @example
 * const [ctx, cancel] = context.withCancel(context.background());
 * const cleanUp = context.withoutCancel(ctx);
 * cancel();
 * console.log(ctx.err()?.message); // context canceled
 * console.log(cleanUp.err()); // undefined
 */
export function withoutCancel(parent: Context): Context {
  return new FreeNode(nodeOf(parent), 'WithoutCancel');
}

/**
 * Why `ctx` has ended: what was given to the `cancel` that ended it, or the same as `err()`. `undefined` if it has not.
 *
 * Semantics mirrored: https://pkg.go.dev/context#Cause (Go 1.27).
 *
 * @rules context
 * @example
 * const [ctx, cancel] = context.withCancel(context.background());
 * console.log(context.cause(ctx)); // undefined
 * cancel();
 * console.log(context.cause(ctx) === context.Canceled); // true
 */
export function cause(ctx: Context): unknown {
  return nodeOf(ctx).cause();
}
Object.defineProperty(cause, ABOUT, { value: 'cause' });

/**
 * Starts `body` in a goroutine of its own once `ctx` has ended, at once if it has. Returns `stop`, which prevents that: it says
 * whether it came in time. It does not wait for a `body` that was started.
 *
 * Semantics mirrored: https://pkg.go.dev/context#AfterFunc (Go 1.27).
 *
 * @rules context
 * @example
 * const [ctx, cancel] = context.withCancel(context.background());
 * const called = chan();
 * const stop = context.afterFunc(ctx, () => { called.close(); });
 * cancel();
 * await called.receive();
 * console.log(stop()); // false
 */
export function afterFunc(ctx: Context, body: () => unknown): () => boolean {
  checkFunction('context.afterFunc', body, 'context.afterFunc(ctx, work)');
  const { source } = nodeOf(ctx);
  const waker = new Waker(() => { go(taskName(body), body); });
  source?.adopt(waker);
  return announced(() => {
    source?.abandon(waker);
    return waker.stop();
  }, 'stop');
}

const cancelling = (node: CancelNode): CancelFunc => announced(() => { node.cancel(Canceled, undefined); });

/** The two as one value, which the context lends its identity: the name of the variable is meant for the context. */
function pair<F>(node: CancelNode, cancel: F): [ctx: Context, cancel: F] {
  return Object.defineProperty([node, cancel] satisfies [Context, F], SHARED, { value: node[SHARED] });
}

/** Calling it is something that others notice: they may go first. */
function announced<F extends (...args: never[]) => unknown>(act: F, verb = 'cancel'): F {
  Object.defineProperty(act, 'name', { value: verb });
  return Object.defineProperty(act, ABOUT, { value: verb });
}

function nodeOf(ctx: Context): ContextNode {
  if (ctx === undefined || ctx === null) throw new Panic('cannot create context from nil parent');
  if (!(ctx instanceof ContextNode)) throw new TypeError(`${quote(ctx)} is not a context of this library. withCancel and its like return a pair: const [ctx, cancel] = context.withCancel(parent).`);
  return ctx;
}

function checkTime(name: string, ms: number): void {
  if (typeof ms !== 'number' || Number.isNaN(ms)) throw new TypeError(`context.${name} takes a number of milliseconds, not ${quote(ms)}`);
}
