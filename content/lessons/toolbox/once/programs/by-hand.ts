import { atomic, go, WaitGroup } from 'happens-before/go';

const isMine = new atomic.Bool();
let map: string | undefined;

async function readMap() {
  if (isMine.compareAndSwap(false, true)) {
    map = await Promise.resolve('the valley');
  }
  return map;
}

const wg = new WaitGroup();
for (const name of ['Ann', 'Bo']) {
  wg.go(async () => console.log(name, 'sees', await readMap()));
}
await wg.wait();
