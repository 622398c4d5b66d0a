import { Queue, Thread } from 'happens-before/threading';

const sums = new Queue<number>();

async function add(marbles: number) {
  if (marbles === 0) return;
  await sums.put(marbles);
}

new Thread({ target: add, args: [7], name: 'a' }).start();
new Thread({ target: add, args: [0], name: 'b' }).start();
let total = 0;
for (let i = 0; i < 2; i++) total += await sums.get();
console.log(total);
