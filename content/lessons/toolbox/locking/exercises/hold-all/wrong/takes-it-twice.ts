import type { Mutex } from 'happens-before/go';

export type Numbered = {
  readonly id: number;
  readonly mu: Mutex;
};

/** Runs `body` while all of `locks` are held. */
export async function holdAll<R>(
  locks: readonly Numbered[],
  body: () => Promise<R>,
): Promise<R> {
  const sorted = [...locks].sort((a, b) => a.id - b.id);
  for (const { mu } of sorted) await mu.lock();
  try {
    return await body();
  } finally {
    for (const { mu } of sorted) mu.unlock();
  }
}
