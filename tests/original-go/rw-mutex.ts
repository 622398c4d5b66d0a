import { RWMutex, WaitGroup } from 'happens-before/go';
const mu = new RWMutex();
const wg = new WaitGroup();
wg.go(async () => {
  await mu.lock();
  console.log('writes');
  mu.unlock();
});
wg.go(async () => {
  await mu.rLock();
  console.log('reads');
  mu.rUnlock();
});
if (mu.tryRLock()) {
  console.log('main reads');
  if (mu.tryLock()) console.log('never');
  mu.rUnlock();
} else {
  console.log('busy');
}
await wg.wait();
