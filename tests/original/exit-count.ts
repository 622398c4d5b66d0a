import { activeCount, currentThread, enumerate, mainThread, SystemExit, Thread } from 'happens-before/threading';
async function leave() {
  throw new SystemExit();
}
const ts = [1, 2].map(() => new Thread({ target: leave }));
for (const t of ts) t.start();
console.log(activeCount(), enumerate().length);
for (const t of ts) await t.join();
console.log(activeCount(), currentThread() === mainThread());
throw new SystemExit();
