import { Thread } from 'happens-before/threading';

const total = { red: 0 };

async function plusOne(n: number) {
  return n + 1;
}

async function add() {
  total.red = await plusOne(total.red);
}

const a = new Thread({ target: add, name: 'a' });
const b = new Thread({ target: add, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(total.red);
