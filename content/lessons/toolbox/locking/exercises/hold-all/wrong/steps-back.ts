import type { Mutex } from 'happens-before/go';

export type Numbered = {
  readonly id: number;
  readonly mu: Mutex;
};

export async function holdAll<R>(
  locks: readonly Numbered[],
  body: () => Promise<R>,
): Promise<R> {
  const wanted = [...new Set(locks)];
  for (let tries = 1; tries <= 2; tries++) {
    const held: Mutex[] = [];
    for (const { mu } of wanted) {
      if (!mu.tryLock()) break;
      held.push(mu);
    }
    try {
      if (held.length === wanted.length) return await body();
    } finally {
      for (const mu of held) mu.unlock();
    }
  }
  throw new Error('gave up');
}
