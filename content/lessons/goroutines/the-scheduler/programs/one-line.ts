import {
  chan,
  now,
  WaitGroup,
  work,
} from 'happens-before/go';

const open = new WaitGroup();
const line = chan<string>(4);
for (const guest of ['Dee', 'Eve', 'Fay', 'Gus']) {
  await line.send(guest);
}
line.close();

async function counter() {
  for await (const guest of line) await work(10);
}

open.go(async function ann() {
  await counter();
});
open.go(async function bo() {
  await counter();
});
await open.wait();
console.log('the last guest leaves after', now(), 'ms');
