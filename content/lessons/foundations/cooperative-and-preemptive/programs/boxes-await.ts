import { go, WaitGroup } from 'happens-before/go';

let a = 6;
let b = 4;
const wg = new WaitGroup();

async function note(text: string) {}

async function move() {
  a -= 1;
  await note('one is on its way');
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
