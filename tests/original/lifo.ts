import { LifoQueue, Thread } from 'happens-before/threading';
const q = new LifoQueue<number>(2);
async function put() {
  for (const n of [1, 2, 3]) await q.put(n);
}
const t = new Thread({ target: put });
t.start();
const got: number[] = [];
for (let i = 0; i < 3; i++) got.push(await q.get());
console.log(...got);
await t.join();
