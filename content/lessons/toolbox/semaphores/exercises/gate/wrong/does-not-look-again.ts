import { Cond, Mutex } from 'happens-before/go';

export class Gate {
  readonly #places: number;
  readonly #mu = new Mutex();
  readonly #left = new Cond(this.#mu);
  #inside = 0;

  constructor(places: number) {
    this.#places = places;
  }

  async enter() {
    await this.#mu.lock();
    if (this.#inside >= this.#places) await this.#left.wait();
    this.#inside += 1;
    this.#mu.unlock();
  }

  async leave() {
    await this.#mu.lock();
    const isEmpty = this.#inside === 0;
    if (!isEmpty) this.#inside -= 1;
    this.#left.signal();
    this.#mu.unlock();
    if (isEmpty) throw new Error('nobody is inside');
  }
}
