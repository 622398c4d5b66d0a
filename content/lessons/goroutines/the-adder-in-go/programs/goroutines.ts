import { WaitGroup } from 'happens-before/go';

const boxes = [2, 3];
const all = new WaitGroup();
let total = 0;

for (const box of boxes) {
  all.go(async () => {
    total += box;
  });
}

await all.wait();
console.log(total);
