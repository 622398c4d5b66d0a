import { chan, WaitGroup } from 'happens-before/go';

const found = chan<string>();
const wg = new WaitGroup();

wg.go(async function digger() {
  await found.send('a coin');
});
wg.go(async function closer() {
  await wg.wait();
  found.close();
});

for await (const thing of found) console.log(thing);
