import { BoundedSemaphore, Thread } from 'happens-before/threading';
const seats = new BoundedSemaphore(1);
async function release(name: string) {
  try {
    seats.release();
    console.log(name, 'released');
  } catch (error) {
    console.log(name, (error as Error).message);
  }
}
await seats.acquire();
const ts = ['a', 'b'].map((name) => new Thread({ target: release, args: [name] }));
for (const t of ts) t.start();
console.log(await seats.acquire(true, 0.005));
for (const t of ts) await t.join();
