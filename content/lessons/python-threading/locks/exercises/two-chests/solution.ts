import type { Lock } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

/** Exchanges what is in the two chests. */
export async function swap(a: Chest, b: Chest) {
  if (a === b) return;
  const [low, high] = a.id < b.id ? [a, b] : [b, a];
  await low.lock.with(async () => {
    await high.lock.with(async () => {
      const item = a.item;
      a.item = b.item;
      b.item = item;
    });
  });
}
