import { Cond, Mutex } from 'happens-before/go';
export class KeyLocks {
  readonly #mu = new Mutex();
  readonly #freed = new Cond(this.#mu);
  readonly #held = new Set<string>();
  async lock(key: string) {
    await this.#mu.lock();
    while (this.#held.has(key)) await this.#freed.wait();
    this.#held.add(key);
    this.#mu.unlock();
  }
  async unlock(key: string) {
    await this.#mu.lock();
    this.#held.delete(key);
    this.#freed.signal();
    this.#mu.unlock();
  }
  async kept() {
    await this.#mu.lock();
    const n = this.#held.size;
    this.#mu.unlock();
    return n;
  }
}
