import { chan, go, WaitGroup } from 'happens-before/go';

const places = chan<void>(1);
const wg = new WaitGroup();

async function develop(photo: string) {
  if (photo === 'blurred') throw new Error('cannot read it');
}

for (const photo of ['blurred', 'sharp']) {
  wg.add(1);
  await places.send();
  go(photo, async () => {
    try {
      await develop(photo);
      await places.receive();
    } catch {
      console.log('left out:', photo);
    } finally {
      wg.done();
    }
  });
}
await wg.wait();
