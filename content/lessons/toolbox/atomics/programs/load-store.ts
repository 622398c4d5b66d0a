import { atomic, WaitGroup } from 'happens-before/go';

const n = new atomic.Int64();
const wg = new WaitGroup();

wg.go(async function ann() {
  n.store(n.load() + 1);
});
wg.go(async function bob() {
  n.store(n.load() + 1);
});
await wg.wait();
console.log(n.load());
