import { chan, WaitGroup } from 'happens-before/go';

const bags = chan<string>();
const staff = new WaitGroup();

staff.go(async function porter() {
  for await (const bag of bags) await carryUp(bag);
});
await bags.send('trunk');
await staff.wait();
console.log('Ann is in');

async function carryUp(bag: string) {
  return `${bag} is upstairs`;
}
