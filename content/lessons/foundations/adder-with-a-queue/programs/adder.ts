import { Queue, Thread } from 'happens-before/threading';

const sums = new Queue<number>();

async function add(times: number) {
  let mine = 0;
  for (let i = 0; i < times; i++) mine += 1;
  await sums.put(mine);
}

new Thread({ target: add, args: [3], name: 'a' }).start();
new Thread({ target: add, args: [4], name: 'b' }).start();
let total = 0;
for (let i = 0; i < 2; i++) total += await sums.get();
console.log(total);
