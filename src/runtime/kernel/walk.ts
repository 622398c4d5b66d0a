/** Comes before each value but the first: others may go before the next look. */
export const MORE: unique symbol = Symbol('more');

const AGAIN: IteratorResult<symbol> = Object.freeze({ value: MORE, done: false });

/**
 * What a loop goes through, for lowered code, which is to know of each look: what stands behind is asked as the loop itself would have
 * asked it, and as often. `look` is called before each value; without it, `MORE` comes before each value but the first.
 */
export class Walk {
  readonly #values: Iterable<unknown>;
  readonly #look: (() => void) | undefined;

  constructor(values: Iterable<unknown>, look?: () => void) {
    this.#values = values;
    this.#look = look;
  }

  /** What the loop asks. If it is no object, the loop itself says so. */
  [Symbol.iterator](): unknown {
    const inner: unknown = this.#values[Symbol.iterator]();
    if ((typeof inner !== 'object' && typeof inner !== 'function') || inner === null) return inner;
    return this.#look === undefined ? new Halting(inner as Iterator<unknown>) : new Looking(inner as Iterator<unknown>, this.#look);
  }
}

/** `next` is looked up once, when the loop begins, and `return` where it is left early. `throw` is asked by `yield*` only, and a container's own iterator has none. */
abstract class Walker {
  readonly #inner: Iterator<unknown>;
  readonly #next: () => IteratorResult<unknown>;

  constructor(inner: Iterator<unknown>) {
    this.#inner = inner;
    this.#next = inner.next;
  }

  abstract next(): IteratorResult<unknown>;

  protected ask(): IteratorResult<unknown> {
    return Reflect.apply(this.#next, this.#inner, []);
  }

  get return(): (() => IteratorResult<unknown>) | undefined {
    const leave: unknown = this.#inner.return;
    return typeof leave === 'function' ? () => Reflect.apply(leave, this.#inner, []) as IteratorResult<unknown> : (leave as undefined);
  }
}

class Halting extends Walker {
  #asks = true;

  next(): IteratorResult<unknown> {
    const asks = this.#asks;
    this.#asks = !asks;
    return asks ? this.ask() : AGAIN;
  }
}

class Looking extends Walker {
  readonly #look: () => void;

  constructor(inner: Iterator<unknown>, look: () => void) {
    super(inner);
    this.#look = look;
  }

  next(): IteratorResult<unknown> {
    this.#look();
    return this.ask();
  }
}
