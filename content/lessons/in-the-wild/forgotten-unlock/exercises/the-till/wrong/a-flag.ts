import { Mutex } from 'happens-before/go';
export class Till {
  readonly #mu = new Mutex();
  #inside = false;
  #coins: number;
  constructor(coins: number) {
    this.#coins = coins;
  }
  async pay(amount: number) {
    const mine = !this.#inside;
    if (mine) await this.#mu.lock();
    try {
      if (!(amount > 0)) throw new RangeError(`pay ${amount}?`);
      if (this.#coins < amount) return false;
      this.#coins -= amount;
      return true;
    } finally {
      if (mine) this.#mu.unlock();
    }
  }
  async payBoth(one: number, other: number) {
    await this.#mu.lock();
    this.#inside = true;
    const before = this.#coins;
    let paid = false;
    try {
      paid = (await this.pay(one)) && (await this.pay(other));
      return paid;
    } finally {
      if (!paid) this.#coins = before;
      this.#inside = false;
      this.#mu.unlock();
    }
  }
  async coins() {
    await this.#mu.lock();
    const coins = this.#coins;
    this.#mu.unlock();
    return coins;
  }
}
