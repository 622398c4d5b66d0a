import { now, WaitGroup, work } from 'happens-before/go';

const open = new WaitGroup();

async function counter(line: string[]) {
  for (const guest of line) await work(10);
}

open.go(async function ann() {
  await counter(['Dee', 'Eve', 'Fay', 'Gus']);
});
open.go(async function bo() {
  await counter([]);
});
await open.wait();
console.log('the last guest leaves after', now(), 'ms');
