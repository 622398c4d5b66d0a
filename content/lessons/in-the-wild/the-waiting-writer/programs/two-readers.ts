import { go, RWMutex } from 'happens-before/go';

const mu = new RWMutex();

async function readTwice() {
  await mu.rLock();
  await mu.rLock();
  mu.rUnlock();
  mu.rUnlock();
}

go('ann', readTwice);
await readTwice();
console.log('read');
