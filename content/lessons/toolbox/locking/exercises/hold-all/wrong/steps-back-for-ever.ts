import { sleep, type Mutex } from 'happens-before/go';

export type Numbered = {
  readonly id: number;
  readonly mu: Mutex;
};

export async function holdAll<R>(
  locks: readonly Numbered[],
  body: () => Promise<R>,
): Promise<R> {
  const once = [...new Set(locks)];
  for (;;) {
    const held = [];
    for (const { mu } of once) {
      if (!mu.tryLock()) break;
      held.push(mu);
    }
    try {
      if (held.length === once.length) return await body();
    } finally {
      for (const mu of held) mu.unlock();
    }
    await sleep(1);
  }
}
