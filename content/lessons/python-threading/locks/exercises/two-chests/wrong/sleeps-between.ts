import { type Lock, sleep } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

export async function swap(a: Chest, b: Chest) {
  if (a === b) return;
  await a.lock.acquire();
  await sleep(0.01);
  await b.lock.acquire();
  const item = a.item;
  a.item = b.item;
  b.item = item;
  b.lock.release();
  a.lock.release();
}
