import { Empty, SimpleQueue, Thread } from 'happens-before/threading';
const q = new SimpleQueue<number>();
async function put(n: number) {
  await q.put(n);
  await q.put(n + 1);
}
const ts = [1, 10].map((n) => new Thread({ target: put, args: [n] }));
for (const t of ts) t.start();
try {
  console.log(q.getNowait());
} catch (error) {
  if (error instanceof Empty) console.log('empty');
}
const first = await q.get();
console.log(first, q.qsize());
for (const t of ts) await t.join();
