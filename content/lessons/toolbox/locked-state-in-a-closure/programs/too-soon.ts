import { Mutex, WaitGroup } from 'happens-before/go';

const mu = new Mutex();
const stock = { cups: 5 };

async function withStock<R>(use: (s: typeof stock) => R) {
  await mu.lock();
  try {
    return use(stock);
  } finally {
    mu.unlock();
  }
}

const wg = new WaitGroup();
const take = async () => {
  await withStock(async (s) => {
    s.cups -= 1;
  });
};
wg.go(take);
wg.go(take);
await wg.wait();
console.log(stock.cups, 'cups');
