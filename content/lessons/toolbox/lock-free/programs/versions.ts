import { atomic, WaitGroup } from 'happens-before/go';

// The key on top, and how often it has changed: 10 each time.
const top = new atomic.Int32();
const under1 = new atomic.Int32();
const under2 = new atomic.Int32();
const under3 = new atomic.Int32();
const under = (key: number) =>
  key === 1 ? under1 : key === 2 ? under2 : under3;
top.store(1);
under1.store(2);
under2.store(3);

async function take() {
  while (true) {
    const old = top.load();
    const next = under(old % 10).load();
    const changed = old - (old % 10) + 10 + next;
    if (top.compareAndSwap(old, changed)) return old % 10;
  }
}

async function putBack(key: number) {
  while (true) {
    const old = top.load();
    under(key).store(old % 10);
    const changed = old - (old % 10) + 10 + key;
    if (top.compareAndSwap(old, changed)) return;
  }
}

const wg = new WaitGroup();
const has = { ann: 0, bob: 0 };
wg.go(async function ann() {
  has.ann = await take();
});
wg.go(async function bob() {
  const first = await take();
  has.bob = await take();
  await putBack(first);
});
await wg.wait();
const cyd = await take();
console.log('Ann', has.ann, 'Bob', has.bob, 'Cyd', cyd);
