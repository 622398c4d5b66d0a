import { chan, go, type Chan } from 'happens-before/go';

async function porter(bags: Chan<string>) {
  for await (const bag of bags) await carryUp(bag);
}

async function checkIn(guest: string, luggage: string[]) {
  const bags = chan<string>();
  go(porter, bags);
  for (const bag of luggage) await bags.send(bag);
  bags.close();
  console.log(guest, 'is in');
}

async function carryUp(bag: string) {
  return `${bag} is upstairs`;
}

await checkIn('Ann', ['trunk']);
