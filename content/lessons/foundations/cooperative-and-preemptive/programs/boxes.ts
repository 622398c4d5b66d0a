import { WaitGroup } from 'happens-before/go';

let left = 6;
let right = 4;

async function move() {
  left -= 1;
  right += 1;
}

async function count() {
  console.log(left + right);
}

const wg = new WaitGroup();
wg.go(move);
wg.go(count);
await wg.wait();
