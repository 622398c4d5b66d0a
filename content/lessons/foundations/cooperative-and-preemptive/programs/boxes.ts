import { go, WaitGroup } from 'happens-before/go';

let a = 6;
let b = 4;
const wg = new WaitGroup();

async function move() {
  a -= 1;
  b += 1;
  wg.done();
}

async function count() {
  console.log(a + b);
  wg.done();
}

wg.add(2);
go(move);
go(count);
await wg.wait();
