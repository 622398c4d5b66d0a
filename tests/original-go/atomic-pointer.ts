import { atomic, go } from 'happens-before/go';
const p = new atomic.Pointer<{ tea: string }>();
const v = new atomic.Value();
const green = { tea: 'green' };
const black = { tea: 'black' };
p.store(green);
go(async () => {
  console.log('swapped', p.compareAndSwap(green, black));
  v.store('done');
});
const old = p.swap(green);
const now = p.load();
const done = v.load() !== undefined;
console.log(old!.tea, now!.tea, done);
