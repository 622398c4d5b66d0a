import { chan, go } from 'happens-before/go';

const counter = chan<string>();

go('baker', async () => {
  await counter.send('bread');
  await counter.send('rolls');
});

console.log(await counter.receive());
console.log(await counter.receive());
