import { Mutex } from 'happens-before/go';

export class Once {
  readonly #mu = new Mutex();
  #done = false;

  async do(body: () => unknown) {
    if (this.#done) return;
    await this.#mu.lock();
    try {
      this.#done = true;
      await body();
    } finally {
      this.#mu.unlock();
    }
  }
}
