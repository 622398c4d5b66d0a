import { Mutex } from 'happens-before/go';

export class KeyLocks {
  readonly #map = new Mutex();
  readonly #locks = new Map<string, Mutex>();

  async lock(key: string) {
    await this.#map.lock();
    let mu = this.#locks.get(key);
    if (mu === undefined) {
      mu = new Mutex();
      this.#locks.set(key, mu);
    }
    await mu.lock();
    this.#map.unlock();
  }

  async unlock(key: string) {
    await this.#map.lock();
    this.#locks.get(key)!.unlock();
    this.#map.unlock();
  }

  async kept() {
    await this.#map.lock();
    const kept = this.#locks.size;
    this.#map.unlock();
    return kept;
  }
}
