import { atomic, WaitGroup } from 'happens-before/go';

const n = new atomic.Int32();

async function grow() {
  while (true) {
    const old = n.load();
    if (n.compareAndSwap(old, old * 2 + 1)) return;
  }
}

const wg = new WaitGroup();
wg.go(async function ann() {
  await grow();
});
wg.go(async function bob() {
  await grow();
});
await wg.wait();
console.log(n.load());
