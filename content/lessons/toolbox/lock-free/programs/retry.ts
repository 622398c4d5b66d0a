import { atomic, WaitGroup } from 'happens-before/go';

const n = new atomic.Int32();

async function double() {
  while (true) {
    const old = n.load();
    if (n.compareAndSwap(old, old * 2 + 1)) return;
  }
}

const wg = new WaitGroup();
wg.go(async function ann() {
  await double();
});
wg.go(async function bob() {
  await double();
});
await wg.wait();
console.log(n.load());
