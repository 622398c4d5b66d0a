import type { Mutex } from 'happens-before/go';

export interface House {
  flat: { rooms: number; letters: string[] };
  readonly lock: Mutex;
}

/** Puts a letter into the flat that is lived in. */
export async function deliver(house: House, letter: string) {
  await house.lock.lock();
  const { flat } = house;
  flat.letters.push(letter);
  house.lock.unlock();
}

/** Moves to another flat, with twice the rooms. */
export async function move(house: House) {
  await house.lock.lock();
  const { rooms, letters } = house.flat;
  house.flat = { rooms: rooms * 2, letters: [...letters] };
  house.lock.unlock();
}
