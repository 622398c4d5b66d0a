import { Semaphore, Thread } from 'happens-before/threading';
const seats = new Semaphore(1);
async function sit(name: string) {
  if (await seats.acquire(false)) {
    console.log(name, 'sits');
    seats.release(2);
  } else {
    console.log(name, 'goes');
  }
}
const ts = [...'abc'].map((name) => new Thread({ target: sit, args: [name] }));
for (const t of ts) t.start();
for (const t of ts) await t.join();
