import { Mutex } from 'happens-before/go';

export class Till {
  readonly #mu = new Mutex();
  #coins: number;

  constructor(coins: number) {
    this.#coins = coins;
  }

  async pay(amount: number) {
    await this.#mu.lock();
    try {
      if (!(amount > 0)) throw new RangeError(`pay ${amount}?`);
      if (this.#coins < amount) return false;
      const left = this.#coins - amount;
      await this.#count();
      this.#coins = left;
      return true;
    } finally {
      this.#mu.unlock();
    }
  }

  readonly #pair = new Mutex();

  /** Both bills, or neither. */
  async payBoth(one: number, other: number) {
    if (!(one > 0 && other > 0))
      throw new RangeError('pay what?');
    await this.#pair.lock();
    try {
      if (!(await this.pay(one))) return false;
      if (await this.pay(other)) return true;
      await this.#mu.lock();
      this.#coins += one;
      this.#mu.unlock();
      return false;
    } finally {
      this.#pair.unlock();
    }
  }

  async coins() {
    await this.#mu.lock();
    const coins = this.#coins;
    this.#mu.unlock();
    return coins;
  }

  /** Counting takes a moment. */
  async #count() {}
}
