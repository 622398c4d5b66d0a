import { atomic } from 'happens-before/go';

export class Tickets {
  private last = new atomic.Int64();
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  async take(): Promise<number | undefined> {
    const before = this.last.load();
    if (before >= this.limit) return undefined;
    const isMine = this.last.compareAndSwap(before, before + 1);
    return isMine ? before + 1 : undefined;
  }

  async taken(): Promise<number> {
    return Math.min(this.last.load(), this.limit);
  }
}
