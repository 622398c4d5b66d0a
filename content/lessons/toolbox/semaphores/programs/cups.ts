import { context, go, semaphore, WaitGroup } from
  'happens-before/go';

const ctx = context.background();
const cups = new semaphore.Weighted(2);
const wg = new WaitGroup();

async function guest(name: string) {
  await cups.acquire(ctx);
  console.log(name, 'drinks');
  console.log(name, 'goes');
  cups.release();
  wg.done();
}

wg.add(3);
for (const name of ['a', 'b', 'c']) go(name, guest, name);
await wg.wait();
