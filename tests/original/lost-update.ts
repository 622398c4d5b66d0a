import { Thread } from 'happens-before/threading';
const total = { n: 0 };
async function add(k: number) {
  const seen = total.n;
  total.n = seen + k;
}
const ts = [1, 2].map((k) => new Thread({ target: add, args: [k] }));
for (const t of ts) t.start();
for (const t of ts) await t.join();
console.log(total.n);
