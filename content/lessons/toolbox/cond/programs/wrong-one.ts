import { Cond, go, Mutex, WaitGroup } from 'happens-before/go';

const mu = new Mutex();
const paid = new Cond(mu);
const wg = new WaitGroup();
let purse = 0;

function buy(thing: string, price: number) {
  wg.add(1);
  go(thing, async () => {
    await mu.lock();
    while (purse < price) await paid.wait();
    purse -= price;
    mu.unlock();
    wg.done();
  });
}

buy('cake', 3);
buy('bun', 1);
for (const coins of [1, 3]) {
  await mu.lock();
  purse += coins;
  mu.unlock();
  paid.signal();
}
await wg.wait();
