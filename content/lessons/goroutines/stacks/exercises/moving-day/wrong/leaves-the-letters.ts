import type { Mutex } from 'happens-before/go';

export interface House {
  flat: { rooms: number; letters: string[] };
  readonly lock: Mutex;
}

export async function deliver(house: House, letter: string) {
  await house.lock.lock();
  const { flat } = house;
  flat.letters.push(letter);
  house.lock.unlock();
}

export async function move(house: House) {
  await house.lock.lock();
  house.flat = { rooms: house.flat.rooms * 2, letters: [] };
  house.lock.unlock();
}
