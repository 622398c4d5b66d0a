import { atomic } from 'happens-before/go';

export class Rate {
  private hits = new atomic.Int64();
  private total = new atomic.Int64();

  async count(isHit: boolean) {
    if (isHit) this.hits.add(1);
    this.total.add(1);
  }

  async read() {
    let total = this.total.load();
    for (let i = 0; i < 3; i++) {
      const hits = this.hits.load();
      const again = this.total.load();
      if (again === total) return { hits, total };
      total = again;
    }
    throw new Error('no rest');
  }
}
