import { chan, go, sleep, WaitGroup } from 'happens-before/go';

const places = chan<void>(2);
const wg = new WaitGroup();

for (const photo of ['a', 'b', 'c', 'd', 'e']) {
  wg.add(1);
  go(photo, async () => {
    await places.send();
    await sleep(10);
    await places.receive();
    wg.done();
  });
}
console.log('all are started at', performance.now(), 'ms');
await wg.wait();
