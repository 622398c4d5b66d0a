import { Mutex } from 'happens-before/go';

export type Cell<T> = { value: T };

export class Locked<T> {
  #mu = new Mutex();
  #cell: Cell<T>;

  constructor(value: T) {
    this.#cell = { value };
  }

  /** Calls `use` while nobody else is inside. */
  async with(use: (it: Cell<T>) => unknown): Promise<void> {
    await this.#mu.lock();
    try {
      await use(this.#cell);
    } finally {
      this.#mu.unlock();
    }
  }
}
