import { chan, otherwise, select, type Chan } from
  'happens-before/go';

export class Gate {
  readonly #inside: Chan<string>;

  constructor(places: number) {
    this.#inside = chan<string>(places);
  }

  async enter() {
    await this.#inside.send('somebody');
  }

  async leave() {
    await select(this.#inside.onReceive(), otherwise());
  }
}
