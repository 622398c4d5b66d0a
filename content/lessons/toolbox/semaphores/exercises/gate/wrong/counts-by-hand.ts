import { chan, otherwise, select } from 'happens-before/go';

export class Gate {
  readonly #places: number;
  readonly #free = chan<void>();
  #inside = 0;

  constructor(places: number) {
    this.#places = places;
  }

  async enter() {
    if (this.#inside >= this.#places) await this.#free.receive();
    this.#inside++;
  }

  async leave() {
    if (this.#inside === 0) throw new Error('nobody is inside');
    this.#inside--;
    await select(this.#free.onSend(), otherwise());
  }
}
