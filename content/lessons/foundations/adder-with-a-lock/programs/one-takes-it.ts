import { Lock, Thread } from 'happens-before/threading';

const total = { red: 0 };
const lock = new Lock();

async function add() {
  await lock.with(async () => {
    total.red += 1;
  });
}

async function addPlain() {
  total.red += 1;
}

const a = new Thread({ target: add, name: 'a' });
const b = new Thread({ target: addPlain, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(total.red);
