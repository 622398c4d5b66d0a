import { go, WaitGroup } from 'happens-before/go';

const box = { letters: 0 };
let home = { rooms: 2, box };
const day = new WaitGroup();
day.add(2);

go('postman', async () => {
  box.letters += 1;
  day.done();
});
go('ann', async () => {
  home = { rooms: 4, box: home.box };
  day.done();
});
await day.wait();
console.log('letters at home:', home.box.letters);
