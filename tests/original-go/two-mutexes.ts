import { chan, go, Mutex } from 'happens-before/go';
const a = new Mutex();
const b = new Mutex();
const done = chan<boolean>();
go(async () => {
  await a.lock();
  await b.lock();
  console.log('g');
  b.unlock();
  a.unlock();
  await done.send(true);
});
await b.lock();
await a.lock();
console.log('main');
a.unlock();
b.unlock();
await done.receive();
