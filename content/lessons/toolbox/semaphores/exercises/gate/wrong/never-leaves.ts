import { chan, type Chan } from 'happens-before/go';

export class Gate {
  readonly #inside: Chan<string>;

  constructor(places: number) {
    this.#inside = chan<string>(places);
  }

  async enter() {
    await this.#inside.send('somebody');
  }

  async leave() {
    if (this.#inside.length === 0) {
      throw new Error('nobody is inside');
    }
  }
}
