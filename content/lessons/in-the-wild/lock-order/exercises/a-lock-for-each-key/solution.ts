import { Mutex } from 'happens-before/go';

interface Entry {
  readonly mu: Mutex;
  /** Those who hold it or wait for it. */
  users: number;
}

export class KeyLocks {
  readonly #map = new Mutex();
  readonly #locks = new Map<string, Entry>();

  async lock(key: string) {
    await this.#map.lock();
    let entry = this.#locks.get(key);
    if (entry === undefined) {
      entry = { mu: new Mutex(), users: 0 };
      this.#locks.set(key, entry);
    }
    entry.users += 1;
    this.#map.unlock();
    await entry.mu.lock();
  }

  async unlock(key: string) {
    await this.#map.lock();
    const entry = this.#locks.get(key)!;
    entry.users -= 1;
    if (entry.users === 0) this.#locks.delete(key);
    entry.mu.unlock();
    this.#map.unlock();
  }

  async kept() {
    await this.#map.lock();
    const kept = this.#locks.size;
    this.#map.unlock();
    return kept;
  }
}
