import { RLock,type Lock } from 'happens-before/threading';

export interface Chest {
  readonly id: number;
  readonly lock: Lock;
  item: string;
}

const locks = new Map<number, RLock>();

function lockOf({ id }: Chest) {
  const lock = locks.get(id) ?? new RLock();
  locks.set(id, lock);
  return lock;
}

export async function swap(a: Chest, b: Chest) {
  await lockOf(a).with(async () => {
    await lockOf(b).with(async () => {
      const item = a.item;
      a.item = b.item;
      b.item = item;
    });
  });
}
