import { Mutex } from 'happens-before/go';

export class Gate {
  readonly #mu = new Mutex();
  #inside = 0;

  constructor(_places: number) {}

  async enter() {
    await this.#mu.lock();
    this.#inside++;
  }

  async leave() {
    if (this.#inside === 0) throw new Error('nobody is inside');
    this.#inside--;
    this.#mu.unlock();
  }
}
