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
    if (known) return known;

    await this.mu.lock();
    try {
      const since = this.prices.get(item);
      if (since) return since;
      const price = await this.load(item);
      this.prices.set(item, price);
      return price;
    } finally {
      this.mu.unlock();
    }
  }
}
