import { go, Mutex } from 'happens-before/go';

const programme = new Mutex();
const plays = new Set(['Hamlet']);
const hamlet = new Mutex();
let sold = 0;

async function book() {
  await programme.lock();
  if (plays.has('Hamlet')) {
    await hamlet.lock();
    sold += 1;
    hamlet.unlock();
  }
  programme.unlock();
}

async function cancelIfUnsold() {
  await hamlet.lock();
  if (sold === 0) {
    await programme.lock();
    plays.delete('Hamlet');
    programme.unlock();
  }
  hamlet.unlock();
}

go('producer', cancelIfUnsold);
await book();
console.log('sold', sold);
