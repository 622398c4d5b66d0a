import { Thread } from 'happens-before/threading';

const total = { red: 0 };

async function add(times: number) {
  for (let i = 0; i < times; i++) total.red += 1;
}

const a = new Thread({ target: add, args: [1], name: 'a' });
const b = new Thread({ target: add, args: [3], name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(total.red);
