import { Cond, Mutex, sleep } from 'happens-before/go';

export class Purse {
  readonly #mu = new Mutex();
  readonly #paid = new Cond(this.#mu);
  #coins = 0;

  async pay(coins: number) {
    await this.#mu.lock();
    this.#coins += coins;
    this.#paid.broadcast();
    this.#mu.unlock();
  }

  async buy(price: number) {
    await this.#mu.lock();
    while (this.#coins < price) {
      this.#mu.unlock();
      await sleep(1);
      await this.#mu.lock();
    }
    this.#coins -= price;
    const left = this.#coins;
    this.#mu.unlock();
    return left;
  }
}
