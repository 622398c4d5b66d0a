import { Mutex } from 'happens-before/go';

export interface House {
  flat: { rooms: number; letters: string[] };
  readonly lock: Mutex;
}

const post = new Mutex();

export async function deliver(house: House, letter: string) {
  await post.lock();
  house.flat.letters.push(letter);
  post.unlock();
}

export async function move(house: House) {
  await house.lock.lock();
  const { rooms, letters } = house.flat;
  house.flat = { rooms: rooms * 2, letters: [...letters] };
  house.lock.unlock();
}
