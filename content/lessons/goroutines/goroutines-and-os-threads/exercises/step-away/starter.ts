import { chan } from 'happens-before/go';

/** Desks, and the right to sit at one. */
export class Desks {
  readonly #taken;

  constructor(many: number) {
    this.#taken = chan<void>(many);
  }

  /** Does a job at a desk, as soon as one is free. */
  async sit<T>(job: () => Promise<T>) {
    await this.#taken.send();
    const result = await job();
    await this.#taken.receive();
    return result;
  }

  /** Leaves the desk to others for as long as it waits. */
  async away<T>(wait: () => Promise<T>) {
    return await wait();
  }
}
