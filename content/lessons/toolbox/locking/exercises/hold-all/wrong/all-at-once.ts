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
  await Promise.all(wanted.map(({ mu }) => mu.lock()));
  try {
    return await body();
  } finally {
    for (const { mu } of wanted) mu.unlock();
  }
}
