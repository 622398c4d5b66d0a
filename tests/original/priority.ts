import { PriorityQueue, Thread } from 'happens-before/threading';
const q = new PriorityQueue<[number, string]>();
async function producer() {
  await q.put([2, 'b']);
  await q.put([1, 'a']);
}
const t = new Thread({ target: producer });
t.start();
const first = await q.get();
const second = await q.get();
console.log(first[1], second[1]);
await t.join();
