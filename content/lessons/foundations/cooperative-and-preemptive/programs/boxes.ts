import { go, WaitGroup } from 'happens-before/go';

const box = { left: 6, right: 4 };
const wg = new WaitGroup();

async function move() {
  box.left -= 1;
  box.right += 1;
  wg.done();
}

async function count() {
  console.log(box.left + box.right);
  wg.done();
}

wg.add(2);
go(move);
go(count);
await wg.wait();
