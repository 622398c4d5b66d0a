import { atomic } from 'happens-before/go';

type Counts = { hits: number; total: number };

export class Rate {
  private counts = new atomic.Pointer<Counts>();

  constructor() {
    this.counts.store({ hits: 0, total: 0 });
  }

  async count(isHit: boolean) {
    const counts = this.counts.load()!;
    if (isHit) counts.hits += 1;
    counts.total += 1;
  }

  async read() {
    return this.counts.load()!;
  }
}
