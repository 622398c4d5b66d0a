import { Mutex } from 'happens-before/go';

export type Cell<T> = { value: T };

export class Locked<T> {
  #cell: Cell<T>;

  constructor(value: T) {
    this.#cell = { value };
  }

  /** Calls `use` while nobody else is inside. */
  async with<R>(use: (it: Cell<T>) => R): Promise<Awaited<R>> {
    const mu = new Mutex();
    await mu.lock();
    try {
      return await use(this.#cell);
    } finally {
      mu.unlock();
    }
  }
}
