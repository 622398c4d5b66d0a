import { chan, go } from 'happens-before/go';

const prices = chan<number>();

async function tell(item: string) {
  await prices.send(await ask(item));
}

go(tell, 'tea');
go(tell, 'cake');
const one = (await prices.receive()) ?? 0;
const other = (await prices.receive()) ?? 0;
console.log('that makes', one + other);

async function ask(item: string) {
  return item === 'tea' ? 3 : 5;
}
