import { Barrier, BrokenBarrierError, Thread } from 'happens-before/threading';
const b = new Barrier(2);
async function come() {
  try {
    await b.wait(0.02);
    console.log('through');
  } catch (error) {
    if (error instanceof BrokenBarrierError) console.log('broken');
  }
}
const t = new Thread({ target: come });
t.start();
await b.reset();
await t.join();
console.log(b.broken);
