import { go, WaitGroup } from 'happens-before/go';
const wg = new WaitGroup();
go(async () => {
  wg.add(1);
  console.log('work');
  wg.done();
});
await wg.wait();
console.log('end');
