import { Queue, Thread } from 'happens-before/threading';
const q = new Queue<number>(1);
async function producer() {
  try {
    await q.put(1);
    await q.put(2, true, 0.002);
    console.log('put both');
  } catch {
    console.log('full');
  }
}
const t = new Thread({ target: producer });
t.start();
try {
  console.log(await q.get(true, 0.002));
} catch {
  console.log('empty');
}
await t.join();
console.log(q.qsize());
