import { Mutex } from 'happens-before/go';

export class Once {
  readonly #mu = new Mutex();
  #done = false;

  async do(body: () => unknown) {
    await this.#mu.lock();
    try {
      if (this.#done) return;
      await body();
      this.#done = true;
    } finally {
      this.#mu.unlock();
    }
  }
}
