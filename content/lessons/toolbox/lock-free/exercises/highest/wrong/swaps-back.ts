import { atomic } from 'happens-before/go';

export class Best {
  private best = new atomic.Int32();

  async jumped(metres: number): Promise<boolean> {
    const old = this.best.swap(metres);
    if (metres > old) return true;
    this.best.store(old);
    return false;
  }

  async metres(): Promise<number> {
    return this.best.load();
  }
}
