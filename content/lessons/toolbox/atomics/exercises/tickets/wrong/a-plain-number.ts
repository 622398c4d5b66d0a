export class Tickets {
  private last = 0;
  private limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  async take(): Promise<number | undefined> {
    this.last += 1;
    return this.last <= this.limit ? this.last : undefined;
  }

  async taken(): Promise<number> {
    return Math.min(this.last, this.limit);
  }
}
