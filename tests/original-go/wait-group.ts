import { WaitGroup } from 'happens-before/go';
const wg = new WaitGroup();
let n = 0;
for (let i = 0; i < 2; i++) {
  wg.go(async () => {
    const seen = n;
    n = seen + 1;
  });
}
await wg.wait();
console.log(n);
