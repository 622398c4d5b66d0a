import { go, Mutex } from 'happens-before/go';

const desk = new Mutex();
const expired: string[] = [];
const shelf: string[] = [];

async function locked(what: () => Promise<void>) {
  await desk.lock();
  try {
    await what();
  } finally {
    desk.unlock();
  }
}

const clearOut = () =>
  locked(async () => {
    if (expired.length === 0) return;
    expired.length = 0;
  });

const handIn = (thing: string) =>
  locked(async () => {
    shelf.push(thing);
  });

go('night', clearOut);
await handIn('umbrella');
console.log(shelf.length, 'on the shelf');
