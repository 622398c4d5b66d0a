import { atomic, Mutex } from 'happens-before/go';

export class Rate {
  private hits = new atomic.Int64();
  private total = new atomic.Int64();

  private mu = new Mutex();

  async count(isHit: boolean) {
    await this.mu.lock();
    if (isHit) this.hits.add(1);
    this.total.add(1);
    this.mu.unlock();
  }

  async read() {
    const hits = this.hits.load();
    const total = this.total.load();
    return { hits, total };
  }
}
