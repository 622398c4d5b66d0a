import { sleep } from 'happens-before/go';

export class Desks {
  #free: number;

  constructor(many: number) {
    this.#free = many;
  }

  async sit<T>(job: () => Promise<T>) {
    while (this.#free === 0) await sleep(1);
    this.#free -= 1;
    try {
      return await job();
    } finally {
      this.#free += 1;
    }
  }

  async away<T>(wait: () => Promise<T>) {
    this.#free += 1;
    try {
      return await wait();
    } finally {
      while (this.#free === 0) await sleep(1);
      this.#free -= 1;
    }
  }
}
