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
    try {
      return await job();
    } finally {
      await this.#taken.receive();
    }
  }

  /** Leaves the desk to others for as long as it waits. */
  async away<T>(wait: () => Promise<T>) {
    await this.#taken.receive();
    try {
      return await wait();
    } finally {
      await this.#taken.send();
    }
  }
}
