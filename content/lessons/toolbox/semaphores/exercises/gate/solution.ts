import { chan, otherwise, select, type Chan } from
  'happens-before/go';

/** Lets at most `places` in at a time. */
export class Gate {
  readonly #inside: Chan<string>;

  constructor(places: number) {
    this.#inside = chan<string>(places);
  }

  /** Waits until there is a place, and takes it. */
  async enter() {
    await this.#inside.send('somebody');
  }

  /** Gives a place back. Throws if nobody is inside. */
  async leave() {
    await select(
      this.#inside.onReceive(),
      otherwise(() => {
        throw new Error('nobody is inside');
      }),
    );
  }
}
