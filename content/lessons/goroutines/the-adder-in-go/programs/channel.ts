import { chan, go } from 'happens-before/go';

const boxes = [2, 3];
const sums = chan<number>();
let total = 0;

for (const box of boxes) {
  go(async () => {
    await sums.send(box);
  });
}

for (const _ of boxes) {
  total += (await sums.receive()) ?? 0;
}
console.log(total);
