import { go, Mutex } from 'happens-before/go';

const mu = new Mutex();
let queued = 0;
let bytes = 0;

async function put(size: number) {
  await mu.lock();
  queued += 1;
  bytes += size;
  mu.unlock();
}

async function metrics() {
  return `${bytes} bytes in ${queued}`; // only reads
}

go('producer', put, 512);
console.log(await metrics());
