import { chan, go, Mutex } from 'happens-before/go';
const mu = new Mutex();
const done = chan<boolean>();
go(async () => {
  await mu.lock();
  console.log('g');
  mu.unlock();
  await done.send(true);
});
if (mu.tryLock()) {
  console.log('main');
  mu.unlock();
} else {
  console.log('busy');
}
await done.receive();
