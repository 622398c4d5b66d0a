import type { Lock } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

/** Exchanges what is in the two chests. */
export async function swap(a: Chest, b: Chest) {
  await a.lock.with(async () => {
    await b.lock.with(async () => {
      const item = a.item;
      a.item = b.item;
      b.item = item;
    });
  });
}
