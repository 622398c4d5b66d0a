import { Mutex } from 'happens-before/go';

export class Once {
  readonly #mu = new Mutex();
  #done = false;

  async do(body: () => unknown) {
    await this.#mu.lock();
    if (!this.#done) {
      this.#done = true;
      await body();
    }
    this.#mu.unlock();
  }
}
