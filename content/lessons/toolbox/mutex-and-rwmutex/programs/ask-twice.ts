import { RWMutex, WaitGroup } from 'happens-before/go';

const mu = new RWMutex();
const prices = { tea: 3, cake: 4 };

async function priceOf(item: 'tea' | 'cake') {
  await mu.rLock();
  const price = prices[item];
  mu.rUnlock();
  return price;
}

const wg = new WaitGroup();
wg.go(async function waiter() {
  await mu.rLock();
  const tea = await priceOf('tea');
  const cake = await priceOf('cake');
  mu.rUnlock();
  console.log('that will be', tea + cake);
});
wg.go(async function owner() {
  await mu.lock();
  prices.tea = 4;
  prices.cake = 6;
  mu.unlock();
});
await wg.wait();
