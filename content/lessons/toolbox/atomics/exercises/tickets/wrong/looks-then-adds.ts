import { atomic } from 'happens-before/go';

export class Tickets {
  private last = new atomic.Int64();
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  async take(): Promise<number | undefined> {
    const ticket = this.last.load() + 1;
    if (ticket > this.limit) return undefined;
    this.last.add(1);
    return ticket;
  }

  async taken(): Promise<number> {
    return Math.min(this.last.load(), this.limit);
  }
}
