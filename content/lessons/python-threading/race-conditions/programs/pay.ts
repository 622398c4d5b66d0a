import { Thread } from 'happens-before/threading';

let balance = 100;

async function pay(amount: number) {
  if (balance >= amount) balance -= amount;
}

const a = new Thread({ target: pay, args: [80], name: 'a' });
const b = new Thread({ target: pay, args: [50], name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(balance);
