import { Barrier, Lock, Thread } from 'happens-before/threading';
const barrier = new Barrier(2);
const log: string[] = [];
const mutex = new Lock();
async function party() {
  let word = 'broken';
  try {
    word = String(await barrier.wait());
  } catch {}
  await mutex.with(() => { log.push(word); });
}
const ts = [1, 2].map(() => new Thread({ target: party }));
for (const t of ts) t.start();
await barrier.abort();
for (const t of ts) await t.join();
console.log(log.sort().join(' '), barrier.broken);
