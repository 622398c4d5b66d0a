import { Mutex } from 'happens-before/go';

export class KeyLocks {
  readonly #mu = new Mutex();
  #inside = 0;

  async lock(key: string) {
    await this.#mu.lock();
    this.#inside = 1;
  }

  async unlock(key: string) {
    this.#inside = 0;
    this.#mu.unlock();
  }

  async kept() {
    return this.#inside;
  }
}
