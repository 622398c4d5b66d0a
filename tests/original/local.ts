import { local, Thread } from 'happens-before/threading';
class Mine extends local<{ n: number }> {
  n = 0;
}
const mine = new Mine();
async function count(by: number) {
  mine.n += by;
  mine.n += by;
  console.log(mine.n);
}
const ts = [1, 10].map((by) => new Thread({ target: count, args: [by] }));
for (const t of ts) t.start();
for (const t of ts) await t.join();
console.log(mine.n);
