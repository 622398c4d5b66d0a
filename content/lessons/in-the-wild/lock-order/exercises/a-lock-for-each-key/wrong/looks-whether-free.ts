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
    this.#map.unlock();
    await mu.lock();
  }

  async unlock(key: string) {
    await this.#map.lock();
    const mu = this.#locks.get(key);
    mu?.unlock();
    if (mu?.tryLock()) {
      this.#locks.delete(key);
      mu.unlock();
    }
    this.#map.unlock();
  }

  async kept() {
    await this.#map.lock();
    const kept = this.#locks.size;
    this.#map.unlock();
    return kept;
  }
}
