import { local, Thread } from 'happens-before/threading';

const mine = new local<{ basket: string[] }>();
const empty: string[] = []; // one list

async function shop(thing: string) {
  mine.basket = empty;
  mine.basket.push(thing);
  console.log(mine.basket.length, 'in my basket');
}

const tea = { target: shop, args: ['tea'], name: 'a' };
const milk = { target: shop, args: ['milk'], name: 'b' };
new Thread(tea).start();
new Thread(milk).start();
