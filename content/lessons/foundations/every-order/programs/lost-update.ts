import { go, WaitGroup } from 'happens-before/go';

let counter = 0;
const wg = new WaitGroup();

async function add() {
  const seen = counter;
  counter = seen + 1;
  wg.done();
}

wg.add(2);
go('a', add);
go('b', add);
await wg.wait();
console.log(counter);
