import { RWMutex } from 'happens-before/go';

const mu = new RWMutex();
let price: number | undefined;

await mu.rLock();
if (price === undefined) {
  await mu.lock();
  price = 3;
  mu.unlock();
}
mu.rUnlock();
console.log(price);
