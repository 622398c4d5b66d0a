import { go, Mutex } from 'happens-before/go';

const gate = new Mutex();
const red = new Mutex();
const blue = new Mutex();

async function cross(one: Mutex, other: Mutex) {
  await gate.lock();
  await one.lock();
  await other.lock();
  gate.unlock();
  other.unlock();
  one.unlock();
}

go('ann', cross, red, blue);
go('ben', cross, blue, red);
