import type { Mutex } from 'happens-before/go';

export interface House {
  flat: { rooms: number; letters: string[] };
  readonly lock: Mutex;
}

export async function deliver(house: House, letter: string) {
  const { flat } = house;
  flat.letters.push(letter);
}

export async function move(house: House) {
  const { rooms, letters } = house.flat;
  house.flat = { rooms: rooms * 2, letters: [...letters] };
}
