import { atomic } from 'happens-before/go';

type Counts = { readonly hits: number; readonly total: number };

export class Rate {
  private counts = new atomic.Pointer<Counts>();

  constructor() {
    this.counts.store({ hits: 0, total: 0 });
  }

  async count(isHit: boolean) {
    while (true) {
      const old = this.counts.load()!;
      const hits = old.hits + (isHit ? 1 : 0);
      const next = { hits, total: old.total + 1 };
      if (this.counts.compareAndSwap(old, next)) return;
    }
  }

  async read() {
    return this.counts.load()!;
  }
}
