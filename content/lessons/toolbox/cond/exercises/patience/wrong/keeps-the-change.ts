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
    let isOver = ctx.err() !== undefined;
    context.afterFunc(ctx, async () => {
      await this.#mu.lock();
      isOver = true;
      this.#changed.broadcast();
      this.#mu.unlock();
    });
    await this.#mu.lock();
    while (this.#coins < price && !isOver) await this.#changed.wait();
    const has = this.#coins >= price;
    if (has) this.#coins -= price;
    else this.#coins = 0;
    this.#mu.unlock();
    return has ? 'bought' : 'gave up';
  }
}
