import { chan } from 'happens-before/go';

export class Desks {
  readonly #taken;

  constructor(many: number) {
    this.#taken = chan<void>(many);
  }

  async sit<T>(job: () => Promise<T>) {
    await this.#taken.send();
    const result = await job();
    await this.#taken.receive();
    return result;
  }

  async away<T>(wait: () => Promise<T>) {
    await this.#taken.receive();
    try {
      return await wait();
    } finally {
      await this.#taken.send();
    }
  }
}
