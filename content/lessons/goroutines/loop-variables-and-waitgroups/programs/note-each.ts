import { go, WaitGroup } from 'happens-before/go';

const teas = new WaitGroup();
teas.add(3);

for (const guest of ['Ann', 'Bo', 'Cy']) {
  go('waiter', async () => {
    console.log('tea for', guest);
    teas.done();
  });
}
await teas.wait();
