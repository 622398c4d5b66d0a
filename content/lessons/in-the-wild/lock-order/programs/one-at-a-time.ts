import { go, Mutex } from 'happens-before/go';

const programme = new Mutex();
const plays = new Set(['Hamlet']);
const hamlet = new Mutex();
let sold = 0;

async function book() {
  await programme.lock();
  const isOn = plays.has('Hamlet');
  programme.unlock();
  if (!isOn) return;
  await hamlet.lock();
  sold += 1;
  hamlet.unlock();
}

async function cancelIfUnsold() {
  await hamlet.lock();
  const isUnsold = sold === 0;
  hamlet.unlock();
  if (!isUnsold) return;
  await programme.lock();
  plays.delete('Hamlet');
  programme.unlock();
}

go('producer', cancelIfUnsold);
await book();
await programme.lock();
console.log('sold', sold, 'on', plays.size);
programme.unlock();
