import { atomic } from 'happens-before/go';

export class Tickets {
  private last = new atomic.Int64();
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  async take(): Promise<number | undefined> {
    const seen = this.last.load();
    const before = this.last.swap(seen + 1);
    return before < this.limit ? before + 1 : undefined;
  }

  async taken(): Promise<number> {
    return Math.min(this.last.load(), this.limit);
  }
}
