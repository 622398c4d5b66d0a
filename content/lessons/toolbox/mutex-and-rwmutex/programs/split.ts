import { RWMutex, WaitGroup } from 'happens-before/go';

const mu = new RWMutex();
const prices = { tea: 3, cake: 4 };

/** For those who hold `mu`. */
function priceLocked(item: 'tea' | 'cake') {
  return prices[item];
}

const wg = new WaitGroup();
wg.go(async function waiter() {
  await mu.rLock();
  const sum = priceLocked('tea') + priceLocked('cake');
  mu.rUnlock();
  console.log('that will be', sum);
});
wg.go(async function owner() {
  await mu.lock();
  prices.tea = 4;
  prices.cake = 6;
  mu.unlock();
});
await wg.wait();
