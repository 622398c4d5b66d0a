import { chan } from 'happens-before/go';

/** Lets at most `places` in at a time. */
export class Gate {
  readonly #places: number;

  constructor(places: number) {
    this.#places = places;
  }

  /** Waits until there is a place, and takes it. */
  async enter() {}

  /** Gives a place back. Throws if nobody is inside. */
  async leave() {}
}
