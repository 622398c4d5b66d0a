import { local, Thread } from 'happens-before/threading';

class Counter extends local {
  count = 0;
}

const clicks = new Counter();

async function click(times: number) {
  for (let i = 0; i < times; i += 1) clicks.count += 1;
  console.log(clicks.count);
}

const a = new Thread({ target: click, args: [2], name: 'a' });
const b = new Thread({ target: click, args: [3], name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log('main:', clicks.count);
