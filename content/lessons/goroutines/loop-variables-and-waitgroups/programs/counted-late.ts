import { go, WaitGroup } from 'happens-before/go';

const teas = new WaitGroup();

for (const guest of ['Ann', 'Bo']) {
  go('waiter', async () => {
    teas.add(1);
    console.log('tea for', guest);
    teas.done();
  });
}
await teas.wait();
console.log('the kitchen is closed');
