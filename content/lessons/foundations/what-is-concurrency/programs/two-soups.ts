import { go, now, sleep } from 'happens-before/go';
import { WaitGroup, work } from 'happens-before/go';

const wg = new WaitGroup();

async function soup(name: string) {
  await work(10);
  await sleep(30);
  console.log(name, now());
  wg.done();
}

wg.add(2);
go('leek', soup, 'leek');
go('pea', soup, 'pea');
await wg.wait();
