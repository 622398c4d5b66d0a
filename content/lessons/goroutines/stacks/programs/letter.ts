import { go, WaitGroup } from 'happens-before/go';

const letters = { old: 0, new: 0 };
let home: 'old' | 'new' = 'old';
const day = new WaitGroup();
day.add(2);

go('postman', async () => {
  const address = home;
  letters[address] += 1;
  day.done();
});
go('ann', async () => {
  letters.new = letters.old;
  home = 'new';
  day.done();
});
await day.wait();
console.log('letters at home:', letters[home]);
