import { local, Thread } from 'happens-before/threading';

const mine = new local<{ basket: string[] }>();
const empty: string[] = []; // one list

async function shop(thing: string) {
  mine.basket = empty;
  mine.basket.push(thing);
  console.log(mine.basket.length, 'in my basket');
}

const tea: [string] = ['tea'];
const milk: [string] = ['milk'];
new Thread({ target: shop, args: tea, name: 'a' }).start();
new Thread({ target: shop, args: milk, name: 'b' }).start();
