import { atomic } from 'happens-before/go';

export class Best {
  private best = new atomic.Int32();

  async jumped(metres: number): Promise<boolean> {
    const old = this.best.load();
    if (metres <= old) return false;
    while (!this.best.compareAndSwap(this.best.load(), metres)) {
      // again
    }
    return true;
  }

  async metres(): Promise<number> {
    return this.best.load();
  }
}
