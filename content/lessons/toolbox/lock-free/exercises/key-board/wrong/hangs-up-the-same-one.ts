import { atomic } from 'happens-before/go';

class Hung {
  readonly key: number;
  readonly below = new atomic.Pointer<Hung>();

  constructor(key: number) {
    this.key = key;
  }
}

export class Board {
  private top = new atomic.Pointer<Hung>();
  private all: Hung[] = [];

  constructor(keys: number) {
    for (let key = 0; key <= keys; key++) this.all.push(new Hung(key));
    for (let key = 1; key < keys; key++)
      this.all[key]!.below.store(this.all[key + 1]);
    if (keys > 0) this.top.store(this.all[1]);
  }

  async take(): Promise<number | undefined> {
    while (true) {
      const old = this.top.load();
      if (old === undefined) return undefined;
      const below = old.below.load();
      if (this.top.compareAndSwap(old, below)) return old.key;
    }
  }

  async putBack(key: number): Promise<void> {
    const hung = this.all[key]!;
    while (true) {
      const old = this.top.load();
      hung.below.store(old);
      if (this.top.compareAndSwap(old, hung)) return;
    }
  }
}
