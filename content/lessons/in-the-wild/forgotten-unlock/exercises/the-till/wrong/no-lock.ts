export class Till {
  #coins: number;

  constructor(coins: number) {
    this.#coins = coins;
  }

  async pay(amount: number) {
    if (!(amount > 0)) throw new RangeError(`pay ${amount}?`);
    if (this.#coins < amount) return false;
    this.#coins -= amount;
    return true;
  }

  async payBoth(one: number, other: number) {
    if (!(one > 0 && other > 0))
      throw new RangeError('pay what?');
    if (this.#coins < one + other) return false;
    this.#coins -= one + other;
    return true;
  }

  async coins() {
    return this.#coins;
  }
}
