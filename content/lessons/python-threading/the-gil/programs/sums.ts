import { Thread, work } from 'happens-before/threading';

async function sum() {
  await work(10); // computes for 10 ms
}

const a = new Thread({ target: sum, name: 'a' });
const b = new Thread({ target: sum, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(performance.now(), 'ms');
