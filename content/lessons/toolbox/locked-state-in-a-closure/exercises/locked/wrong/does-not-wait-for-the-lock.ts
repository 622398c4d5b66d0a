import { Mutex } from 'happens-before/go';

export type Cell<T> = { value: T };

export class Locked<T> {
  #mu = new Mutex();
  #cell: Cell<T>;

  constructor(value: T) {
    this.#cell = { value };
  }

  /** Calls `use` while nobody else is inside. */
  async with<R>(use: (it: Cell<T>) => R): Promise<Awaited<R>> {
    void this.#mu.lock();
    try {
      return await use(this.#cell);
    } finally {
      this.#mu.unlock();
    }
  }
}
