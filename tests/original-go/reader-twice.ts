import { go, RWMutex } from 'happens-before/go';
const mu = new RWMutex();
go(async () => {
  await mu.lock();
  console.log('writes');
  mu.unlock();
});
await mu.rLock();
await mu.rLock();
console.log('reads twice');
mu.rUnlock();
mu.rUnlock();
