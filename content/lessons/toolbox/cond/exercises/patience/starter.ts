import { Cond, Mutex, type context } from 'happens-before/go';

export class Purse {
  readonly #mu = new Mutex();
  readonly #changed = new Cond(this.#mu);
  #coins = 0;

  /** Puts coins in. */
  async pay(coins: number) {
    await this.#mu.lock();
    this.#coins += coins;
    this.#changed.broadcast();
    this.#mu.unlock();
  }

  /** Waits until there is enough, or until `ctx` ends. */
  async buy(ctx: context.Context, price: number) {
    await this.#mu.lock();
    while (this.#coins < price) await this.#changed.wait();
    this.#coins -= price;
    this.#mu.unlock();
    return 'bought';
  }
}
