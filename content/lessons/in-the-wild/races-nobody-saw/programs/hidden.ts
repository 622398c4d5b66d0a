import { go, Mutex } from 'happens-before/go';

const mu = new Mutex();
let lines = 0;
let limit = 10;

async function log() {
  await mu.lock();
  lines += 1;
  mu.unlock();
}

go('config', async () => {
  limit = 20; // nobody holds mu
  await log();
});
await log();
console.log('limit', limit);
