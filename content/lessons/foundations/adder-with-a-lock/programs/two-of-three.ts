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
const b = new Thread({ target: add, name: 'b' });
const c = new Thread({ target: addPlain, name: 'c' });
for (const worker of [a, b, c]) worker.start();
for (const worker of [a, b, c]) await worker.join();
console.log(total.red);
