import { chan, go, WaitGroup } from 'happens-before/go';

const baked = chan<void>();
const wg = new WaitGroup();
for (const name of ['Ann', 'Bo']) {
  wg.add(1);
  go(name, async () => {
    await baked.receive();
    console.log(name, 'smells bread');
    wg.done();
  });
}
baked.close();
await wg.wait();
