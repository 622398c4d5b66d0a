import { atomic } from 'happens-before/go';

export class Tickets {
  private last = new atomic.Int64();
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  async take(): Promise<number | undefined> {
    const ticket = this.last.add(1);
    return ticket <= this.limit ? ticket : undefined;
  }

  async taken(): Promise<number> {
    return this.last.load();
  }
}
