import { Cond, Mutex } from 'happens-before/go';

/** Lets at most `places` in at a time. */
export class Gate {
  readonly #mu = new Mutex();
  readonly #free = new Cond(this.#mu);
  #inside = 0;
  readonly #places: number;
  constructor(places: number) {
    this.#places = places;
  }
  async enter() {
    await this.#mu.lock();
    while (this.#inside === this.#places) await this.#free.wait();
    this.#inside++;
    this.#mu.unlock();
  }
  async leave() {
    await this.#mu.lock();
    try {
      if (this.#inside === 0) throw new Error('nobody is inside');
      if (this.#inside === this.#places) this.#free.signal();
      this.#inside--;

    } finally {
      this.#mu.unlock();
    }
  }
}
