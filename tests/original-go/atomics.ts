import { atomic, WaitGroup } from 'happens-before/go';
const n = new atomic.Int32();
const u = new atomic.Uint32();
const b = new atomic.Bool();
const wg = new WaitGroup();
for (let i = 1; i <= 2; i++) {
  wg.go(async () => {
    if (b.compareAndSwap(false, true)) console.log('first', i);
    n.add((i * 2147483647) | 0);
    u.add(-1);
  });
}
const before = n.swap(5);
const ones = u.load();
console.log(before, ones);
await wg.wait();
console.log(n.load(), u.load());
