import { Barrier, Thread } from 'happens-before/threading';
const barrier = new Barrier(2);
async function party(name: string, timeout?: number) {
  try {
    console.log(name, await barrier.wait(timeout));
  } catch {
    console.log(name, 'broken');
  }
}
const ts = [new Thread({ target: party, args: ['a', 0.002] }), new Thread({ target: party, args: ['b', undefined] })];
for (const t of ts) t.start();
for (const t of ts) await t.join();
