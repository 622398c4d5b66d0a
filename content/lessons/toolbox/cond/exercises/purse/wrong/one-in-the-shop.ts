import { Cond, Mutex } from 'happens-before/go';
export class Purse {
  readonly #turn = new Mutex();
  readonly #mu = new Mutex();
  readonly #paid = new Cond(this.#mu);
  #coins = 0;
  async pay(coins: number) {
    await this.#mu.lock();
    this.#coins += coins;
    this.#paid.signal();
    this.#mu.unlock();
  }
  async buy(price: number) {
    await this.#turn.lock();
    await this.#mu.lock();
    while (this.#coins < price) await this.#paid.wait();
    this.#coins -= price;
    const left = this.#coins;
    this.#mu.unlock();
    this.#turn.unlock();
    return left;
  }
}
