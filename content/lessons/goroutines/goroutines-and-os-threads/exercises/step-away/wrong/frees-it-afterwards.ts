import { chan } from 'happens-before/go';

export class Desks {
  readonly #taken;

  constructor(many: number) {
    this.#taken = chan<void>(many);
  }

  async sit<T>(job: () => Promise<T>) {
    await this.#taken.send();
    try {
      return await job();
    } finally {
      await this.#taken.receive();
    }
  }

  async away<T>(wait: () => Promise<T>) {
    const result = await wait();
    await this.#taken.receive();
    await this.#taken.send();
    return result;
  }
}
