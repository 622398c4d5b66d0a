import { atomic } from 'happens-before/go';

export class Board {
  private hangs: atomic.Bool[] = [];

  constructor(keys: number) {
    for (let key = 0; key <= keys; key++) {
      const there = new atomic.Bool();
      there.store(key > 0);
      this.hangs.push(there);
    }
  }

  async take(): Promise<number | undefined> {
    for (const [key, there] of this.hangs.entries())
      if (there.compareAndSwap(true, false)) return key;
    return undefined;
  }

  async putBack(key: number): Promise<void> {
    this.hangs[key]!.store(true);
  }
}
