import { Cond, go, Mutex, sleep, WaitGroup } from
  'happens-before/go';

const mu = new Mutex();
const moved = new Cond(mu);
const wg = new WaitGroup();
let free = 4;

function cross(name: string, tonnes: number, at: number) {
  wg.add(1);
  go(name, async () => {
    await sleep(at);
    await mu.lock();
    while (free < tonnes) await moved.wait();
    free -= tonnes;
    mu.unlock();
    console.log(name, 'drives on at', performance.now());
    await sleep(10);
    await mu.lock();
    free += tonnes;
    moved.broadcast();
    mu.unlock();
    wg.done();
  });
}

cross('bike 1', 1, 0);
cross('lorry', 4, 1);
cross('bike 2', 1, 9);
cross('bike 3', 1, 18);
await wg.wait();
