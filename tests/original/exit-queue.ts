import { Queue, Thread } from 'happens-before/threading';
const q = new Queue<number>();
async function work() {
  while (true) {
    console.log('got', await q.get());
    q.taskDone();
  }
}
new Thread({ target: work, daemon: true }).start();
await q.put(1);
await q.put(2);
await q.join();
console.log('main');
