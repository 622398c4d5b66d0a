import { sleep, Thread, work } from 'happens-before/threading';

async function fetchAndParse() {
  await sleep(0.03); // waits 30 ms
  await work(10); // computes for 10 ms
}

const threads = ['a', 'b'].map(
  (name) => new Thread({ target: fetchAndParse, name }),
);
for (const thread of threads) thread.start();
for (const thread of threads) await thread.join();
console.log(performance.now(), 'ms');
