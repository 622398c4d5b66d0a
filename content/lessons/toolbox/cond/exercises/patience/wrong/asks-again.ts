import { Cond, Mutex, sleep, type context } from 'happens-before/go';

export class Purse {
  readonly #mu = new Mutex();
  readonly #changed = new Cond(this.#mu);
  #coins = 0;

  async pay(coins: number) {
    await this.#mu.lock();
    this.#coins += coins;
    this.#changed.broadcast();
    this.#mu.unlock();
  }

  async buy(ctx: context.Context, price: number) {
    await this.#mu.lock();
    while (this.#coins < price && ctx.err() === undefined) {
      this.#mu.unlock();
      await sleep(1);
      await this.#mu.lock();
    }
    const isEnough = this.#coins >= price;
    if (isEnough) this.#coins -= price;
    this.#mu.unlock();
    return isEnough ? 'bought' : 'gave up';
  }
}
