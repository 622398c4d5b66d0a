import { Mutex, WaitGroup } from 'happens-before/go';

const mu = new Mutex();
let balance = 100;

async function get() {
  await mu.lock();
  const now = balance;
  mu.unlock();
  return now;
}

async function set(to: number) {
  await mu.lock();
  balance = to;
  mu.unlock();
}

const wg = new WaitGroup();
for (const name of ['Ann', 'Bob'])
  wg.go(async () => {
    const seen = await get();
    if (seen < 80) return;
    await set(seen - 80);
    console.log(name, 'gets 80');
  });
await wg.wait();
console.log('left:', await get());
