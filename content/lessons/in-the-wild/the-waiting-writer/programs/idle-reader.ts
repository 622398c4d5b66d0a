import { chan, go, RWMutex } from 'happens-before/go';

const mu = new RWMutex();
const mail = chan<string>();

go('idle', async () => {
  await mu.rLock();
  await mail.receive(); // waits with the lock held
  mu.rUnlock();
});
go('settings', async () => {
  await mu.lock();
  mu.unlock();
});
await mu.rLock(); // only to look
mu.rUnlock();
await mail.send('hello');
console.log('sent');
