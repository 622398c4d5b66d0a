import { Thread } from 'happens-before/threading';

const prices: (number | string)[] = ['?', '?'];

async function ask(place: number, price: number) {
  if (price > 5) throw new Error('sold out');
  prices[place] = price;
}

const a = new Thread({ target: ask, args: [0, 4], name: 'a' });
const b = new Thread({ target: ask, args: [1, 9], name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(...prices);
