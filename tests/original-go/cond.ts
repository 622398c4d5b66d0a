import { chan, Cond, go, Mutex } from 'happens-before/go';
const mu = new Mutex();
const c = new Cond(mu);
let n = 0;
const done = chan<boolean>();
go(async () => {
  for (let i = 0; i < 2; i++) {
    await mu.lock();
    n++;
    c.signal();
    mu.unlock();
  }
  await done.send(true);
});
await mu.lock();
while (n === 0) await c.wait();
console.log(n);
mu.unlock();
await done.receive();
