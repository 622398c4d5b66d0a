import { Mutex } from 'happens-before/go';

const mu = new Mutex();

export class Once {
  #done = false;

  async do(body: () => unknown) {
    await mu.lock();
    try {
      if (this.#done) return;
      this.#done = true;
      await body();
    } finally {
      mu.unlock();
    }
  }
}
