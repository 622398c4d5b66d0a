import { Lock, Thread } from 'happens-before/threading';

const total = { red: 0 };
const lock = new Lock();

async function add() {
  let mine = 0;
  for (let i = 0; i < 1000; i++) mine += 1;
  await lock.with(async () => {
    total.red += mine;
  });
}

const a = new Thread({ target: add, name: 'a' });
const b = new Thread({ target: add, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(total.red);
