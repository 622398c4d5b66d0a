import { go, Mutex } from 'happens-before/go';

const desk = new Mutex();
const expired: string[] = [];
const shelf: string[] = [];

async function clearOut() {
  await desk.lock();
  if (expired.length === 0) return; // nothing to do
  expired.length = 0;
  desk.unlock();
}

async function handIn(thing: string) {
  await desk.lock();
  shelf.push(thing);
  desk.unlock();
}

go('night', clearOut);
await handIn('umbrella');
console.log(shelf.length, 'on the shelf');
