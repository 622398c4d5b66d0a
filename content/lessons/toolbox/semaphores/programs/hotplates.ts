import { context, go, semaphore, WaitGroup } from
  'happens-before/go';

const ctx = context.background();
const plates = new semaphore.Weighted(2);
const wg = new WaitGroup();

async function cook(dish: string) {
  await plates.acquire(ctx);
  await plates.acquire(ctx);
  console.log(dish);
  plates.release(2);
  wg.done();
}

wg.add(2);
go('a', cook, 'stew');
go('b', cook, 'fish');
await wg.wait();
