import { Mutex } from 'happens-before/go';

interface Entry {
  readonly mu: Mutex;
  /** Those who hold it or wait for it. */
  users: number;
}

export class KeyLocks {
  readonly #locks = new Map<string, Entry>();

  async lock(key: string) {
    let entry = this.#locks.get(key);
    if (entry === undefined) {
      entry = { mu: new Mutex(), users: 0 };
      this.#locks.set(key, entry);
    }
    entry.users += 1;
    await entry.mu.lock();
  }

  async unlock(key: string) {
    const entry = this.#locks.get(key)!;
    entry.users -= 1;
    if (entry.users === 0) this.#locks.delete(key);
    entry.mu.unlock();
  }

  async kept() {
    const kept = this.#locks.size;
    return kept;
  }
}
