import { atomic } from 'happens-before/go';

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
      const key = this.top.load();
      if (key === 0) return undefined;
      if (this.top.compareAndSwap(key, 0)) {
        this.top.store(this.below[key]!.load());
        return key;
      }
    }
  }

  async putBack(key: number): Promise<void> {
    while (true) {
      const old = this.top.load();
      this.below[key]!.store(old);
      if (this.top.compareAndSwap(old, key)) return;
    }
  }
}
