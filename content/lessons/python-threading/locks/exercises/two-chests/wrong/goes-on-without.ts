import { type Lock } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

export async function swap(a: Chest, b: Chest) {
  if (a === b) return;
  await a.lock.acquire();
  const both = await b.lock.acquire(true, 1);
  const item = a.item;
  a.item = b.item;
  b.item = item;
  if (both) b.lock.release();
  a.lock.release();
}
