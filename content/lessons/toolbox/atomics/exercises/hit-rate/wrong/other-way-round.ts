import { atomic } from 'happens-before/go';

export class Rate {
  private hits = new atomic.Int64();
  private total = new atomic.Int64();

  async count(isHit: boolean) {
    if (isHit) this.hits.add(1);
    this.total.add(1);
  }

  async read() {
    const total = this.total.load();
    const hits = this.hits.load();
    return { hits, total };
  }
}
