import { Lock } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

const all = new Lock();

export async function swap(a: Chest, b: Chest) {
  await all.with(async () => {
    const item = a.item;
    a.item = b.item;
    b.item = item;
  });
}
