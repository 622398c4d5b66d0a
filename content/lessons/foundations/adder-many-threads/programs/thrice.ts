import { Thread } from 'happens-before/threading';

const total = { red: 0 };

async function add() {
  for (let i = 0; i < 3; i++) total.red += 1;
}

const a = new Thread({ target: add, name: 'a' });
const b = new Thread({ target: add, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(total.red);
