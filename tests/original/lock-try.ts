import { Lock, Thread } from 'happens-before/threading';
const lock = new Lock();
async function work(name: string) {
  const got = await lock.acquire(false);
  console.log(name, got ? 'got' : '-');
  if (got) lock.release();
}
const ts = ['a', 'b'].map((name) => new Thread({ target: work, args: [name] }));
for (const t of ts) t.start();
for (const t of ts) await t.join();
console.log(lock.locked());
