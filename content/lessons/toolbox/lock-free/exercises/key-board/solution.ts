import { atomic } from 'happens-before/go';

type Hung = {
  readonly key: number;
  readonly below: Hung | undefined;
};

export class Board {
  private top = new atomic.Pointer<Hung>();

  constructor(keys: number) {
    let top: Hung | undefined;
    for (let key = keys; key > 0; key--)
      top = { key, below: top };
    this.top.store(top);
  }

  async take(): Promise<number | undefined> {
    while (true) {
      const old = this.top.load();
      if (old === undefined) return undefined;
      const { key, below } = old;
      if (this.top.compareAndSwap(old, below)) return key;
    }
  }

  async putBack(key: number): Promise<void> {
    while (true) {
      const old = this.top.load();
      const hung = { key, below: old };
      if (this.top.compareAndSwap(old, hung)) return;
    }
  }
}
