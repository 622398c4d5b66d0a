import { Cond, Mutex, WaitGroup } from 'happens-before/go';

const mu = new Mutex();
const baked = new Cond(mu);
const shelf: string[] = [];
const wg = new WaitGroup();

async function customer(name: string) {
  await mu.lock();
  if (shelf.length === 0) await baked.wait();
  console.log(name, 'gets', shelf.shift());
  mu.unlock();
}

for (const name of ['Ann', 'Bo']) {
  wg.go(() => customer(name));
}
for (const loaf of ['rye', 'bun']) {
  await mu.lock();
  shelf.push(loaf);
  baked.signal();
  mu.unlock();
}
await wg.wait();
