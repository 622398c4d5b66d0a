import { Queue, Thread } from 'happens-before/threading';

const copyOf = structuredClone;
const pipe = new Queue<string[]>();

async function shop(basket: string[]) {
  basket.push('milk');
  await pipe.put(copyOf(basket));
}

const basket = ['bread'];
const child = new Thread({
  name: 'process', target: shop, args: [copyOf(basket)],
});
child.start();
console.log('back home:', await pipe.get());
console.log('meanwhile:', basket);
await child.join();
