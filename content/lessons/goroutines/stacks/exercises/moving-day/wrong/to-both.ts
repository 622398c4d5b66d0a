import type { Mutex } from 'happens-before/go';

export interface House {
  flat: { rooms: number; letters: string[] };
  readonly lock: Mutex;
}

export async function deliver(house: House, letter: string) {
  await house.lock.lock();
  const old = house.flat;
  house.lock.unlock();
  old.letters.push(letter);
  await house.lock.lock();
  if (house.flat !== old) house.flat.letters.push(letter);
  house.lock.unlock();
}

export async function move(house: House) {
  await house.lock.lock();
  const { rooms, letters } = house.flat;
  house.flat = { rooms: rooms * 2, letters: [...letters] };
  house.lock.unlock();
}
