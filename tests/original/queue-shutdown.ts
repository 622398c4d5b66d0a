import { Queue, ShutDown, Thread } from 'happens-before/threading';
const q = new Queue<number>();
async function work() {
  try {
    while (true) console.log(await q.get());
  } catch (error) {
    if (error instanceof ShutDown) console.log('shut');
  }
}
const t = new Thread({ target: work });
t.start();
await q.put(1);
q.shutdown();
try {
  await q.put(2);
} catch (error) {
  if (error instanceof ShutDown) console.log('too late');
}
await t.join();
