import { Cond, go, Mutex } from 'happens-before/go';
const mu = new Mutex();
const c = new Cond(mu);
go(async () => {
  await mu.lock();
  c.broadcast();
  mu.unlock();
});
await mu.lock();
await c.wait();
console.log('woken');
mu.unlock();
