import { Mutex } from 'happens-before/go';

export class Once {
  readonly #mu = new Mutex();
  #done = false;

  /** Runs `body`, if this is the first call. */
  async do(body: () => unknown) {
    await this.#mu.lock();
    try {
      if (this.#done) return;
      this.#done = true;
      await body();
    } finally {
      this.#mu.unlock();
    }
  }
}
