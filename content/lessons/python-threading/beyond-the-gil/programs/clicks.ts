import { Thread } from 'happens-before/threading';

let clicks = 0;

async function click() {
  clicks = clicks + 1;
}

const a = new Thread({ target: click, name: 'a' });
const b = new Thread({ target: click, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(clicks);
