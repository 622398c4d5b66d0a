import type { RWMutex } from 'happens-before/go';

type Load = (item: string) => Promise<number>;

export class PriceList {
  private prices = new Map<string, number>();
  private mu: RWMutex;
  private load: Load;

  constructor(mu: RWMutex, load: Load) {
    this.mu = mu;
    this.load = load;
  }

  async priceOf(item: string): Promise<number> {
    await this.mu.rLock();
    const known = this.prices.get(item);
    this.mu.rUnlock();
    if (known !== undefined) return known;

    await this.mu.lock();
    let price = this.prices.get(item);
    if (price === undefined) {
      price = await this.load(item);
      this.prices.set(item, price);
    }
    this.mu.unlock();
    return price;
  }
}
