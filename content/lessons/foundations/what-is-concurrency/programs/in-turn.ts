import { now, sleep, work } from 'happens-before/go';

async function soup(name: string) {
  await work(10);
  await sleep(30);
  console.log(name, now());
}

await soup('leek');
await soup('pea');
