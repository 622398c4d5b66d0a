import { Barrier, Thread } from 'happens-before/threading';
const b = new Barrier(2, () => { console.log('opens'); });
async function come(name: string) {
  console.log(name, await b.wait());
}
const ts = [...'ab'].map((name) => new Thread({ target: come, args: [name] }));
for (const t of ts) t.start();
for (const t of ts) await t.join();
console.log(b.nWaiting, b.broken);
