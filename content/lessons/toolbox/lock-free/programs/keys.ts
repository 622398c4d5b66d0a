import { atomic, WaitGroup } from 'happens-before/go';

// Keys 1, 2, 3 hang on one hook. 1 is on top; 0 is none.
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
    const key = top.load();
    const next = under(key).load();
    if (top.compareAndSwap(key, next)) return key;
  }
}

async function putBack(key: number) {
  while (true) {
    const old = top.load();
    under(key).store(old);
    if (top.compareAndSwap(old, key)) return;
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
