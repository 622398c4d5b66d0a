import { go, now, sleep, work } from 'happens-before/go';

async function clock() {
  for (let i = 0; i < 3; i++) {
    await sleep(10);
    console.log('tick', now());
  }
}

async function report() {
  await work(50);
  console.log('report', now());
}

go(clock);
go(report);
await sleep(100);
