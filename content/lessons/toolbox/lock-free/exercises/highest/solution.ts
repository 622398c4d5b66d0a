import { atomic } from 'happens-before/go';

export class Best {
  private best = new atomic.Int32();

  async jumped(metres: number): Promise<boolean> {
    while (true) {
      const old = this.best.load();
      if (metres <= old) return false;
      if (this.best.compareAndSwap(old, metres)) return true;
    }
  }

  async metres(): Promise<number> {
    return this.best.load();
  }
}
