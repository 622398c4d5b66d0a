import { go, WaitGroup } from 'happens-before/go';

const teas = new WaitGroup();
teas.add(2);
let guest: string;

for (guest of ['Ann', 'Bo']) {
  go('waiter', async () => {
    console.log('tea for', guest);
    teas.done();
  });
}
await teas.wait();
