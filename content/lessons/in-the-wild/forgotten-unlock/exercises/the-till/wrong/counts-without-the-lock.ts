import { Mutex } from 'happens-before/go';
export class Till {
  readonly #mu = new Mutex();
  #coins: number;
  constructor(coins: number) {
    this.#coins = coins;
  }
  pay(amount: number) {
    return this.#locked(() => this.#take(amount));
  }
  payBoth(one: number, other: number) {
    return this.#locked(async () => {
      const before = this.#coins;
      let paid = false;
      try {
        paid =
          (await this.#take(one)) && (await this.#take(other));
      } finally {
        if (!paid) this.#coins = before;
      }
      return paid;
    });
  }
  async coins() {
    return this.#coins;
  }
  async #locked<T>(what: () => Promise<T>) {
    await this.#mu.lock();
    try {
      return await what();
    } finally {
      this.#mu.unlock();
    }
  }
  async #take(amount: number) {
    if (!(amount > 0)) throw new RangeError(`pay ${amount}?`);
    if (this.#coins < amount) return false;
    const left = this.#coins - amount;
    await this.#count();
    this.#coins = left;
    return true;
  }
  async #count() {}
}
