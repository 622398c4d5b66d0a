import { go, Mutex } from 'happens-before/go';

const all = new Mutex();
const device = new Mutex();

async function remove() {
  await all.lock();
  await device.lock();
  all.unlock(); // the disk may take its time
  await all.lock();
  device.unlock();
  all.unlock();
}

go('first', remove);
await remove();
console.log('removed');
