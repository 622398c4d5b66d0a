import type { Mutex } from 'happens-before/go';

export type Numbered = {
  readonly id: number;
  readonly mu: Mutex;
};

export async function holdAll<R>(
  locks: readonly Numbered[],
  body: () => Promise<R>,
): Promise<R> {
  for (const { mu } of new Set(locks)) {
    await mu.lock();
    mu.unlock();
  }
  return await body();
}
