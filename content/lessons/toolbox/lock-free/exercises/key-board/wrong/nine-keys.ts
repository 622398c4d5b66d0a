import { atomic } from 'happens-before/go';

// The key on top, and ten times a version: 0, 1 or 2.
const next = (old: number, key: number) => {
  const version = Math.floor(old / 10) + 1;
  return version * 10 + key;
};

export class Board {
  private top = new atomic.Int32();
  private below: atomic.Int32[] = [];

  constructor(keys: number) {
    for (let key = 0; key <= keys; key++) {
      const number = new atomic.Int32();
      if (key < keys) number.store(key + 1);
      this.below.push(number);
    }
    if (keys > 0) this.top.store(1);
  }

  async take(): Promise<number | undefined> {
    while (true) {
      const old = this.top.load();
      const key = old % 10;
      if (key === 0) return undefined;
      const under = this.below[key]!.load();
      if (this.top.compareAndSwap(old, next(old, under))) return key;
    }
  }

  async putBack(key: number): Promise<void> {
    while (true) {
      const old = this.top.load();
      this.below[key]!.store(old % 10);
      if (this.top.compareAndSwap(old, next(old, key))) return;
    }
  }
}
