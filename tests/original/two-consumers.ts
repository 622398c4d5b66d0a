import { Condition, Thread } from 'happens-before/threading';
const items: string[] = [];
const filled = new Condition();
async function consume(name: string) {
  await filled.with(async () => {
    if (items.length === 0) await filled.wait();
    console.log(name, items.length > 0 ? items.pop() : 'IndexError');
  });
}
async function produce() {
  await filled.with(async () => {
    items.push('item');
    filled.notifyAll();
  });
}
const ts = [new Thread({ target: consume, args: ['a'] }), new Thread({ target: consume, args: ['b'] }), new Thread({ target: produce })];
for (const t of ts) t.start();
for (const t of ts) await t.join();
