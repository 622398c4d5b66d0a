import { go, WaitGroup } from 'happens-before/go';

const teas = new WaitGroup();

for (const guest of ['Ann', 'Bo']) {
  teas.add(1);
  go('waiter', async () => {
    try {
      if (guest === 'Bo') teas.done();
      else console.log('tea for', guest);
    } finally {
      teas.done();
    }
  });
}
await teas.wait();
console.log('the kitchen is closed');
