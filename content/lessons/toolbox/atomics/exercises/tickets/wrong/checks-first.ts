import { atomic } from 'happens-before/go';

export class Tickets {
  private last = new atomic.Int64();
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  async take(): Promise<number | undefined> {
    if (this.last.load() >= this.limit) return undefined;
    return this.last.add(1);
  }

  async taken(): Promise<number> {
    return this.last.load();
  }
}
