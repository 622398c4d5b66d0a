import { Queue, Thread } from 'happens-before/threading';

// What goes to another process is a copy.
const inbox = new Queue<string[]>();
const basket = ['tea'];

async function pack() {
  const mine = await inbox.get();
  mine.push('ribbon');
  console.log('packed', mine);
}

new Thread({ target: pack, name: 'other' }).start();
await inbox.put(structuredClone(basket));
basket.push('milk');
console.log('basket', basket);
