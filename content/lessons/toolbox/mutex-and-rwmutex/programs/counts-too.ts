import { RWMutex, WaitGroup } from 'happens-before/go';

const mu = new RWMutex();
const prices = new Map([['tea', 3]]);
let asked = 0;

async function priceOf(item: string) {
  await mu.rLock();
  asked += 1;
  const price = prices.get(item);
  mu.rUnlock();
  return price;
}

const wg = new WaitGroup();
wg.go(async function ann() {
  await priceOf('tea');
});
wg.go(async function bob() {
  await priceOf('tea');
});
await wg.wait();
console.log('asked:', asked);
