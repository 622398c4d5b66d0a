import { Queue, Thread } from 'happens-before/threading';
const q = new Queue<number>();
await q.put(1);
async function consumer() {
  await q.get();
  console.log('got');
  q.taskDone();
  try {
    q.taskDone();
  } catch (error) {
    console.log((error as Error).message);
  }
}
const t = new Thread({ target: consumer });
t.start();
await q.join();
console.log('joined');
await t.join();
