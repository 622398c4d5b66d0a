import { go, Mutex, now, sleep } from 'happens-before/go';
import { WaitGroup, work } from 'happens-before/go';

const wg = new WaitGroup();
const ring = new Mutex();

async function soup(name: string) {
  await work(10);
  await ring.lock();
  await sleep(30);
  ring.unlock();
  console.log(now());
  wg.done();
}

wg.add(2);
go('leek', soup, 'leek');
go('pea', soup, 'pea');
await wg.wait();
