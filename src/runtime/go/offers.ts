import type { Operation } from '#kernel';

/** One side of a hand-over that waits at a channel for the other: an operation itself, or one case of a `select`. */
export interface Offer<T> {
  readonly operation: Operation<unknown>;
  /** The result that the operation completes with: what a receive returns, or what `select` makes of it. */
  readonly accept: (value: T | undefined, ok: boolean) => unknown;
  /** What a parked sender brings. */
  readonly value: T | undefined;
  /** Its neighbours in the line. */
  before: Offer<T> | undefined;
  after: Offer<T> | undefined;
}

/**
 * The offers of one side of a channel, in the order in which they came. Doubly linked, for thousands may wait for the end of one context, and
 * each leaves when its own work is done.
 */
export class Offers<T> {
  #first: Offer<T> | undefined = undefined;
  #last: Offer<T> | undefined = undefined;

  /** The one that came first. */
  get first(): Offer<T> | undefined {
    return this.#first;
  }

  add(offer: Offer<T>): void {
    offer.before = this.#last;
    if (this.#last === undefined) this.#first = offer;
    else this.#last.after = offer;
    this.#last = offer;
  }

  /** Does nothing for one that has left. */
  remove(offer: Offer<T>): void {
    const { before, after } = offer;
    if (before === undefined && this.#first !== offer) return;
    if (before === undefined) this.#first = after;
    else before.after = after;
    if (after === undefined) this.#last = before;
    else after.before = before;
    offer.before = offer.after = undefined;
  }

  /** How many are not of `self`, for a `select` cannot hand a value to itself; no more than `most`. */
  count(self: Operation<unknown> | undefined, most: number): number {
    let n = 0;
    for (let offer = this.#first; offer !== undefined && n < most; offer = offer.after) if (offer.operation !== self) n++;
    return n;
  }

  /** The `way`-th of those. */
  pick(self: Operation<unknown> | undefined, way: number): Offer<T> | undefined {
    let n = 0;
    for (let offer = this.#first; offer !== undefined; offer = offer.after) if (offer.operation !== self && n++ === way) return offer;
    return undefined;
  }
}
