import {
  Mutex,
  now,
  WaitGroup,
  work,
} from 'happens-before/go';

const open = new WaitGroup();
const annsLine = ['Dee', 'Eve', 'Fay', 'Gus'];
const lock = new Mutex();

open.go(async function ann() {
  for (;;) {
    await lock.lock();
    const guest = annsLine.shift();
    lock.unlock();
    if (guest === undefined) break;
    await work(10);
  }
});
open.go(async function bo() {
  await lock.lock();
  const many = Math.ceil(annsLine.length / 2);
  const half = annsLine.splice(0, many);
  lock.unlock();
  for (const guest of half) await work(10);
});
await open.wait();
console.log('the last guest leaves after', now(), 'ms');
