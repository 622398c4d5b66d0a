import { chan, otherwise, select } from 'happens-before/go';

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
      await select(
        this.#taken.onReceive(() => {}),
        otherwise(() => {}),
      );
    }
  }

  async away<T>(wait: () => Promise<T>) {
    await this.#taken.receive();
    const result = await wait();
    await this.#taken.send();
    return result;
  }
}
