import { Mutex } from 'happens-before/go';

export class Desks {
  readonly #lock = new Mutex();
  readonly many: number;

  constructor(many: number) {
    this.many = many;
  }

  async sit<T>(job: () => Promise<T>) {
    await this.#lock.lock();
    try {
      return await job();
    } finally {
      this.#lock.unlock();
    }
  }

  async away<T>(wait: () => Promise<T>) {
    this.#lock.unlock();
    try {
      return await wait();
    } finally {
      await this.#lock.lock();
    }
  }
}
