import { Cond, go, Mutex } from 'happens-before/go';

const mu = new Mutex();
const baked = new Cond(mu);
let ready = false;

go('baker', async () => {
  await mu.lock();
  ready = true;
  mu.unlock();
  baked.signal();
});

await mu.lock();
while (!ready) await baked.wait();
mu.unlock();
console.log('bread');
