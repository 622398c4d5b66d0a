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
      this.#coins -= amount;
      return true;
    } finally {
      this.#mu.unlock();
    }
  }
  async payBoth(one: number, other: number) {
    if (!(one > 0 && other > 0)) throw new RangeError('what?');
    if ((await this.coins()) < one + other) return false;
    await this.pay(one);
    return this.pay(other);
  }
  async coins() {
    await this.#mu.lock();
    const coins = this.#coins;
    this.#mu.unlock();
    return coins;
  }
}
