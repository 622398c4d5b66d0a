import { atomic, WaitGroup } from 'happens-before/go';

const boxes = [2, 3];
const all = new WaitGroup();
const total = new atomic.Int64();

for (const box of boxes) {
  all.go(async () => {
    total.add(box);
  });
}

await all.wait();
console.log(total.load());
