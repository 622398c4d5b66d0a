import { Cond, go, Mutex } from 'happens-before/go';

const mu = new Mutex();
const called = new Cond(mu);
let calls = 0;

go('keeper', async () => {
  await mu.lock();
  while (calls === 0) await called.wait();
  console.log('awake');
  mu.unlock();
});

await mu.lock();
calls += 1;
mu.unlock();
called.signal();
console.log('called');
