import { type Lock } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

export async function swap(a: Chest, b: Chest) {
  if (a === b) return;
  const fromA = await a.lock.with(async () => a.item);
  const fromB = await b.lock.with(async () => b.item);
  await a.lock.with(async () => {
    a.item = fromB;
  });
  await b.lock.with(async () => {
    b.item = fromA;
  });
}
