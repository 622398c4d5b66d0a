import type { Access, Operation, Shared, Side } from '#kernel';

/** One side that an arrived task offers at a place where tasks meet. */
export interface Offer {
  readonly place: Place;
  readonly side: Side;
  /** It is there for others to find; otherwise it only looks for somebody who is. */
  readonly waits: boolean;
  readonly arrival: Arrival;
}

/** What a task may do to a resource when it goes on. */
export interface Intent {
  readonly resource: Shared;
  readonly access: Access;
  /** What has the same number is done together. */
  readonly together: number;
}

export function intentsOf(operation: Operation<unknown>): Intent[] {
  const intents: Intent[] = [];
  operation.intend((resource, access, together = 0) => intents.push({ resource, access, together }));
  return intents;
}

/** A task has come to an operation in which it may have to wait. */
export interface Arrival {
  readonly task: number;
  /** The step that brought it here, or in which it was born: what it knew when it came. */
  readonly step: number;
  readonly intents: readonly Intent[];
  readonly offers: readonly Offer[];
  /** The step by which it went on; -1 while it is here. */
  left: number;
}

/** A place where tasks meet: an unbuffered channel. */
export interface Place {
  readonly offers: Offer[];
  /** The step that closed it; -1 while it is open. */
  closed: number;
}

interface Undo {
  readonly step: number;
  readonly came?: Arrival;
  readonly left?: Arrival;
  readonly closed?: Place;
}

/** Who came where, and when they went on. Runs share their beginnings: it is cut back and goes on, like `History`. */
export class Arrivals {
  readonly #ofTask: Arrival[][] = [];
  readonly #places = new Map<number, Place>();
  readonly #undo: Undo[] = [];

  /** Where `task` is now, if it is at an operation that may wait. */
  at(task: number): Arrival | undefined {
    const last = this.#ofTask[task]?.at(-1);
    return last?.left === -1 ? last : undefined;
  }

  come(task: number, operation: Operation<unknown>, step: number): Arrival {
    const offers: Offer[] = [];
    const arrival: Arrival = { task, step, intents: intentsOf(operation), offers, left: -1 };
    operation.meetings((shared, side, waits) => {
      let place = this.#places.get(shared.id);
      if (place === undefined) this.#places.set(shared.id, (place = { offers: [], closed: -1 }));
      const offer = { place, side, waits, arrival };
      offers.push(offer);
      place.offers.push(offer);
    });
    (this.#ofTask[task] ??= []).push(arrival);
    this.#undo.push({ step, came: arrival });
    return arrival;
  }

  leave(task: number, step: number): void {
    const arrival = this.at(task);
    if (arrival === undefined) return;
    arrival.left = step;
    this.#undo.push({ step, left: arrival });
  }

  close(shared: Shared, step: number): void {
    const place = this.placeOf(shared);
    if (place === undefined) return;
    place.closed = step;
    this.#undo.push({ step, closed: place });
  }

  placeOf(shared: Shared): Place | undefined {
    return this.#places.get(shared.id);
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    for (let undo = this.#undo.at(-1); undo !== undefined && undo.step >= length; undo = this.#undo.at(-1)) {
      this.#undo.pop();
      if (undo.left !== undefined) undo.left.left = -1;
      if (undo.closed !== undefined) undo.closed.closed = -1;
      if (undo.came === undefined) continue;
      this.#ofTask[undo.came.task]?.pop();
      for (const offer of undo.came.offers) offer.place.offers.pop();
    }
  }
}

/** Whether the two could go on together, were both there. */
export const complement = (a: Offer, b: Offer): boolean => a.side !== b.side && a.arrival.task !== b.arrival.task && (a.waits || b.waits);

/** Whose step the meeting of the two is: who does not wait for others to find it, otherwise who gives. */
export function performerOf(a: Offer, b: Offer): number {
  if (!a.waits) return a.arrival.task;
  if (!b.waits) return b.arrival.task;
  return a.side === 'send' ? a.arrival.task : b.arrival.task;
}
