import { RLock, Thread } from 'happens-before/threading';
const lock = new RLock();
async function outer(name: string) {
  await lock.acquire();
  if (await lock.acquire(false)) {
    console.log(name, 'again');
    lock.release();
  }
  lock.release();
}
async function other() {
  if (await lock.acquire(false)) {
    console.log('other');
    lock.release();
  } else {
    console.log('held');
  }
}
const a = new Thread({ target: outer, args: ['a'] });
const b = new Thread({ target: other });
a.start();
b.start();
await a.join();
await b.join();
