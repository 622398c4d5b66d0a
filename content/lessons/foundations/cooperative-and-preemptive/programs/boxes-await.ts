import { WaitGroup } from 'happens-before/go';

let left = 6;
let right = 4;

async function note(text: string) {}

async function move() {
  left -= 1;
  await note('one is on its way');
  right += 1;
}

async function count() {
  console.log(left + right);
}

const wg = new WaitGroup();
wg.go(move);
wg.go(count);
await wg.wait();
