import { Lock, Thread } from 'happens-before/threading';

let balance = 100;
const lock = new Lock();

async function add(amount: number) {
  const seen = await lock.with(() => balance);
  await lock.with(() => { balance = seen + amount; });
}

const a = new Thread({ target: add, args: [10], name: 'a' });
const b = new Thread({ target: add, args: [20], name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(balance);
