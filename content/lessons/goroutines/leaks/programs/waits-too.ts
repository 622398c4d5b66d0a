import { chan, WaitGroup } from 'happens-before/go';

const bags = chan<string>();
const porters = new WaitGroup();

porters.go(async () => {
  for await (const bag of bags) console.log('up with the', bag);
});
await bags.send('trunk');
await porters.wait();
console.log('Ann is in');
