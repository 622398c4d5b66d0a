import { atomic } from 'happens-before/go';

export class Best {
  private best = new atomic.Int32();

  async jumped(metres: number): Promise<boolean> {
    let mine = metres;
    let isFirst = true;
    while (true) {
      const old = this.best.swap(mine);
      if (old <= mine) return isFirst && old < mine;
      mine = old;
      isFirst = false;
    }
  }

  async metres(): Promise<number> {
    return this.best.load();
  }
}
