import { Cond, context, Mutex } from 'happens-before/go';

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
    const stop = context.afterFunc(ctx, async () => {
      await this.#mu.lock();
      this.#changed.broadcast();
      this.#mu.unlock();
    });
    await this.#mu.lock();
    while (this.#coins < price && ctx.err() === undefined) {
      await this.#changed.wait();
    }
    const isEnough = this.#coins >= price;
    if (isEnough) this.#coins -= price;
    stop();
    if (!isEnough) return 'gave up';
    this.#mu.unlock();
    return isEnough ? 'bought' : 'gave up';
  }
}
