import { context, go, semaphore, sleep, WaitGroup } from
  'happens-before/go';

const ctx = context.background();
const bridge = new semaphore.Weighted(4);
const wg = new WaitGroup();

function cross(name: string, tonnes: number, at: number) {
  wg.add(1);
  go(name, async () => {
    await sleep(at);
    await bridge.acquire(ctx, tonnes);
    console.log(name, 'drives on at', performance.now());
    await sleep(10);
    bridge.release(tonnes);
    wg.done();
  });
}

cross('van', 3, 0);
cross('lorry', 4, 1);
cross('bike', 1, 2);
await wg.wait();
