import { Mutex } from 'happens-before/go';

export type Numbered = {
  readonly id: number;
  readonly mu: Mutex;
};

const gate = new Mutex();

export async function holdAll<R>(
  locks: readonly Numbered[],
  body: () => Promise<R>,
): Promise<R> {
  const wanted = [...new Set(locks)];
  await gate.lock();
  for (const { mu } of wanted) await mu.lock();
  gate.unlock();
  try {
    return await body();
  } finally {
    for (const { mu } of wanted) mu.unlock();
  }
}
