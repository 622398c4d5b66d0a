import { go, WaitGroup } from 'happens-before/go';

const teas = new WaitGroup();

for (const guest of ['Ann', 'Bo']) {
  teas.add(1);
  go('waiter', async () => {
    if (guest === 'Bo') return;
    console.log('tea for', guest);
    teas.done();
  });
}
await teas.wait();
