import { atomic, Cond, go, Mutex } from 'happens-before/go';

const mu = new Mutex();
const baked = new Cond(mu);
const ready = new atomic.Bool();

go('baker', async () => {
  ready.store(true);
  baked.signal();
});

await mu.lock();
while (!ready.load()) await baked.wait();
mu.unlock();
console.log('bread');
