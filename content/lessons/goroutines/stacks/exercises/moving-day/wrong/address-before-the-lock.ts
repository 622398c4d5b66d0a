import type { Mutex } from 'happens-before/go';

export interface House {
  flat: { rooms: number; letters: string[] };
  readonly lock: Mutex;
}

export async function deliver(house: House, letter: string) {
  const { flat } = house;
  await house.lock.lock();
  flat.letters.push(letter);
  house.lock.unlock();
}

export async function move(house: House) {
  await house.lock.lock();
  const { rooms, letters } = house.flat;
  house.flat = { rooms: rooms * 2, letters: [...letters] };
  house.lock.unlock();
}
