import { chan } from 'happens-before/go';

export class Desks {
  readonly #taken;
  readonly #more: number[] = [];

  constructor(many: number) {
    this.#taken = chan<void>(many * 2);
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
    this.#more.push(1);
    return await wait();
  }
}
