import { Mutex, WaitGroup } from 'happens-before/go';

const boxes = [2, 3];
const all = new WaitGroup();
const lock = new Mutex();
let total = 0;

for (const box of boxes) {
  all.go(async () => {
    await lock.lock();
    total += box;
    lock.unlock();
  });
}

await all.wait();
console.log(total);
