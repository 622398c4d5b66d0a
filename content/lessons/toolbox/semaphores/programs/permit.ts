import { context, go, semaphore, sleep, WaitGroup } from
  'happens-before/go';

const booth = new semaphore.Weighted(1);
const wg = new WaitGroup();
let inside = 0;

function call(name: string, at: number, patience: number) {
  wg.add(1);
  go(name, async () => {
    await sleep(at);
    const [ctx, cancel] =
      context.withTimeout(context.background(), patience);
    try {
      await booth.acquire(ctx);
      inside++;
      console.log(name, 'calls; in the booth:', inside);
      await sleep(20);
      inside--;
    } catch {
      console.log(name, 'gives up');
    } finally {
      booth.release();
      cancel();
      wg.done();
    }
  });
}

call('ann', 0, 100);
call('bo', 1, 5);
call('cy', 10, 100);
await wg.wait();
