import { quote } from '#base';
import { ABOUT, kernel, SHARED, type Access, type Shared, type Stamp } from '#kernel';
import { Panic } from './panic.ts';

/** Bits: 1 looks, 2 changes, 4 adds without looking. A comparison that fails only looks. */
const LOAD: Access = { bit: 1, after: 2 | 4, races: 2 | 4 };
const STORE: Access = { bit: 2, after: 1 | 2 | 4, races: 1 | 2 | 4 };
/** Two additions whose results nobody uses can be swapped. */
const ADD_BLINDLY: Access = { bit: 4, after: 1 | 2, races: 1 | 2 };

/** Each may be used by several tasks at once, and is one step. */
const METHODS: ReadonlyMap<PropertyKey, Access> = new Map([['load', LOAD], ['store', STORE], ['swap', STORE], ['compareAndSwap', STORE], ['add', STORE], ['and', STORE], ['or', STORE]]);

/**
 * A value that several tasks may use at once: each operation is one step that nobody can come between. Two operations are two
 * steps, though: what `load` returned may be out of date when you `store`. None of them waits.
 *
 * Order: an operation that changes the value happens before every operation that sees the change. So atomics never race, and what
 * was written before a `store` can be read after the `load` that sees it.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic and https://go.dev/ref/mem#atomic (Go 1.27). All orders that the explorer tries
 * are sequentially consistent, as Go's atomics are.
 */
abstract class Atomic<T> {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('atomic');
  #value: T;
  #changedAt: Stamp | undefined;

  constructor(initial: T) {
    this.#value = initial;
  }

  /** The value now. */
  load(): T {
    const k = kernel();
    k.touch(this[SHARED], LOAD);
    k.acquire(this.#changedAt);
    k.did('load', this[SHARED], { value: k.shown(this.#value), flow: 'in' });
    return this.#value;
  }

  /** Sets the value. */
  store(value: T): void {
    this.check(value, 'store');
    const k = kernel();
    k.touch(this[SHARED], STORE);
    k.did('store', this[SHARED], { value: k.shown(value), flow: 'out' });
    this.#value = value;
    // What others knew when they stored before is gone with what they stored.
    this.#changedAt = k.release();
  }

  /** Sets the value, and returns the one before. */
  swap(value: T): T {
    this.check(value, 'swap');
    return this.change('swap', value);
  }

  /** Sets the value to `next` if it is `old`, and says whether it was. */
  compareAndSwap(old: T, next: T): boolean {
    this.checkBoth(old, next);
    if (this.isSame(this.#value, old)) {
      this.change('compareAndSwap', next);
      return true;
    }
    const k = kernel();
    k.touch(this[SHARED], LOAD);
    k.acquire(this.#changedAt);
    k.did('compareAndSwap', this[SHARED], { note: `failed: it is ${k.shown(this.#value)}` });
    return false;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access; canBeUnused: boolean } | undefined {
    const access = METHODS.get(method);
    return access === undefined ? undefined : { verb: String(method), access, canBeUnused: method === 'add' };
  }

  /** @internal The value, for a change that follows in the same step. */
  protected peek(): T {
    return this.#value;
  }

  /** @internal Sets the value to `next` in one step that sees the value before, which it returns. */
  protected change(verb: string, next: T): T {
    const k = kernel();
    const before = this.#value;
    k.touch(this[SHARED], STORE);
    k.acquire(this.#changedAt);
    k.did(verb, this[SHARED], { value: k.shown(next), flow: 'out', note: `was ${k.shown(before)}` });
    this.#value = next;
    this.#changedAt = k.release();
    return before;
  }

  /** @internal The same where nobody looks at the value before: it is not seen, so nothing is known of who made it. */
  protected changeBlindly(verb: string, next: T): void {
    const k = kernel();
    k.touch(this[SHARED], ADD_BLINDLY);
    k.did(verb, this[SHARED], { value: k.shown(next), flow: 'out' });
    this.#value = next;
    this.#changedAt = k.release(this.#changedAt);
  }

  /** @internal Whether a comparison finds the two equal. */
  protected isSame(a: T, b: T): boolean {
    return a === b;
  }

  /** @internal @throws for a value that the type does not hold */
  protected abstract check(value: T, method: string): void;

  /** @internal */
  protected checkBoth(old: T, next: T): void {
    this.check(old, 'compareAndSwap');
    this.check(next, 'compareAndSwap');
  }
}

/** The whole numbers, of which each has a range. */
abstract class AtomicNumber extends Atomic<number> {
  constructor() {
    super(0);
  }

  /** Adds `delta`, and returns the new value. As a statement of its own it orders nothing among other such additions. */
  add(delta: number): number {
    if (!Number.isSafeInteger(delta)) throw new TypeError(`add takes a whole number, not ${quote(delta)}`);
    // Near the end of the range it matters which sum is the first beyond it.
    const isBlind = kernel().takeUnused() && Math.abs(this.peek()) < 2 ** 51 && Math.abs(delta) < 2 ** 51;
    const next = this.wrap(this.peek() + delta);
    if (isBlind) this.changeBlindly('add', next);
    else this.change('add', next);
    return next;
  }

  /** Keeps of the value the bits that `mask` has too, and returns the value before (since Go 1.23). */
  and(mask: number): number {
    this.check(mask, 'and');
    return this.change('and', this.wrap(Number(BigInt(this.peek()) & BigInt(mask))));
  }

  /** Adds the bits of `mask` to the value, and returns the value before (since Go 1.23). */
  or(mask: number): number {
    this.check(mask, 'or');
    return this.change('or', this.wrap(Number(BigInt(this.peek()) | BigInt(mask))));
  }

  /** @internal What a sum becomes that may have left the range. */
  protected abstract wrap(sum: number): number;

  /** @internal */
  protected holds(value: number): boolean {
    return this.wrap(value) === value;
  }

  /** @internal */
  protected override check(value: number, method: string): void {
    if (!Number.isSafeInteger(value) || !this.holds(value)) throw new RangeError(`${this.constructor.name}.${method} takes a whole number of its range, not ${quote(value)}`);
  }
}

/**
 * A whole number from −2³¹ to 2³¹ − 1. Sums wrap round, as in Go.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Int32 and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @rules atomic
 * @example
 * const hits = new atomic.Int32();
 * const wg = new WaitGroup();
 * for (let i = 0; i < 2; i++)
 *   wg.go(async () => { hits.add(1); });
 * await wg.wait();
 * console.log(hits.load()); // 2
 */
export class Int32 extends AtomicNumber {
  /** @internal */
  protected override wrap(sum: number): number {
    return sum | 0;
  }
}

/**
 * A whole number from 0 to 2³² − 1. Sums wrap round, as in Go: `add(-1)` to 0 gives 4294967295.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Uint32 and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @rules atomic
 * @example
 * const n = new atomic.Uint32();
 * console.log(n.add(-1)); // 4294967295
 */
export class Uint32 extends AtomicNumber {
  /** @internal */
  protected override wrap(sum: number): number {
    return sum >>> 0;
  }
}

/**
 * A whole number from −(2⁵³ − 1) to 2⁵³ − 1, what a TypeScript number holds exactly. Go's has 64 bits, and wraps round; here a sum
 * beyond the range throws a RangeError.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Int64 and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @rules atomic
 * @example
 * const bytes = new atomic.Int64();
 * console.log(bytes.add(5_000_000_000)); // 5000000000
 */
export class Int64 extends AtomicNumber {
  /** @internal */
  protected override wrap(sum: number): number {
    if (!Number.isSafeInteger(sum)) throw new RangeError(`${sum} is beyond what an atomic.Int64 holds here: 2^53 - 1`);
    return sum;
  }
}

/**
 * A whole number from 0 to 2⁵³ − 1. Go's has 64 bits, and wraps round; here a sum beyond the range, below 0 too, throws a RangeError.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Uint64 and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @rules atomic
 * @example
 * const bytes = new atomic.Uint64();
 * console.log(bytes.add(2 ** 40)); // 1099511627776
 */
export class Uint64 extends AtomicNumber {
  /** @internal */
  protected override holds(value: number): boolean {
    return value >= 0;
  }

  /** @internal */
  protected override wrap(sum: number): number {
    if (!Number.isSafeInteger(sum) || sum < 0) throw new RangeError(`${sum} is beyond what an atomic.Uint64 holds here: 0 to 2^53 - 1`);
    return sum;
  }
}

/**
 * True or false; false at first.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Bool and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @rules atomic
 * @example
 * const closed = new atomic.Bool();
 * console.log(closed.compareAndSwap(false, true)); // true
 * console.log(closed.compareAndSwap(false, true)); // false
 */
export class Bool extends Atomic<boolean> {
  constructor() {
    super(false);
  }

  /** @internal */
  protected override check(value: boolean, method: string): void {
    if (typeof value !== 'boolean') throw new TypeError(`Bool.${method} takes true or false, not ${quote(value)}`);
  }
}

/**
 * A reference to an object, `undefined` at first. Only the reference is atomic, not what is in the object. `compareAndSwap` asks
 * whether it is the very same object.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Pointer and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @rules atomic
 * @example
 * const config = new atomic.Pointer<{ port: number }>();
 * console.log(config.load()); // undefined
 * config.store({ port: 80 });
 * console.log(config.load()?.port); // 80
 */
export class Pointer<T extends object> extends Atomic<T | undefined> {
  constructor() {
    super(undefined);
  }

  /** @internal */
  protected override check(value: T | undefined, method: string): void {
    if (value !== undefined && typeof value !== 'object' && typeof value !== 'function') throw new TypeError(`Pointer.${method} takes an object, not ${quote(value)}`);
  }
}

/**
 * Any value of one type: the first one stored settles which. `undefined` until then.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic#Value and https://go.dev/ref/mem#atomic (Go 1.27).
 *
 * @throws Panic in Go's words, when a value of another type is stored, or `undefined`
 * @rules atomic
 * @example
 * const latest = new atomic.Value();
 * latest.store('tea');
 * console.log(latest.load()); // tea
 * latest.store(7); // panics: sync/atomic: store of inconsistently typed value into Value
 */
export class Value extends Atomic<unknown> {
  constructor() {
    super(undefined);
  }

  /** @internal */
  protected override check(value: unknown, method: string): void {
    const action = method === 'compareAndSwap' ? 'compare and swap' : method;
    if (value === undefined || value === null) throw new Panic(`sync/atomic: ${action} of nil value into Value`);
    const before = this.peek();
    if (before !== undefined && typeOf(before) !== typeOf(value)) throw new Panic(`sync/atomic: ${action} of inconsistently typed value into Value`);
  }

  /** @internal */
  protected override checkBoth(old: unknown, next: unknown): void {
    if (next !== undefined && next !== null && old !== undefined && old !== null && typeOf(old) !== typeOf(next)) throw new Panic('sync/atomic: compare and swap of inconsistently typed old and new values');
    this.check(next, 'compareAndSwap');
  }
}

/** The nearest thing to Go's dynamic type: the class of an object, the kind of anything else. */
function typeOf(value: unknown): unknown {
  return typeof value === 'object' ? Object.getPrototypeOf(value) : typeof value;
}
