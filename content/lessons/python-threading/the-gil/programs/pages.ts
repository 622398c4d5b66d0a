import { sleep, Thread } from 'happens-before/threading';

async function load() {
  await sleep(0.01); // waits 10 ms for an answer
}

const a = new Thread({ target: load, name: 'a' });
const b = new Thread({ target: load, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log(performance.now(), 'ms');
