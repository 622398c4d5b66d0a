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
      if (this.#coins < amount) {
        this.#mu.unlock();
        return false;
      }
      const left = this.#coins - amount;
      await this.#count();
      this.#coins = left;
      return true;
    } finally {
      this.#mu.unlock();
    }
  }

  /** Both bills, or neither. */
  async payBoth(one: number, other: number) {
    await this.#mu.lock();
    const before = this.#coins;
    const paid =
      (await this.pay(one)) && (await this.pay(other));
    if (!paid) this.#coins = before;
    this.#mu.unlock();
    return paid;
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
