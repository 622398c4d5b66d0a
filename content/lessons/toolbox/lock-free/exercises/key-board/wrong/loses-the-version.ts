import { atomic } from 'happens-before/go';

export class Board {
  private top = new atomic.Int64();
  private below: atomic.Int64[] = [];

  constructor(keys: number) {
    for (let key = 0; key <= keys; key++) {
      const number = new atomic.Int64();
      if (key < keys) number.store(key + 1);
      this.below.push(number);
    }
    if (keys > 0) this.top.store(1);
  }

  async take(): Promise<number | undefined> {
    while (true) {
      const old = this.top.load();
      const key = old % 1000;
      if (key === 0) return undefined;
      const next = this.below[key]!.load();
      if (this.top.compareAndSwap(old, next)) return key;
    }
  }

  async putBack(key: number): Promise<void> {
    while (true) {
      const old = this.top.load();
      const under = old % 1000;
      this.below[key]!.store(under);
      const version = old - under + 1000;
      if (this.top.compareAndSwap(old, version + key)) return;
    }
  }
}
