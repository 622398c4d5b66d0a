import { chan, go } from 'happens-before/go';

const prices = chan<number>();

async function tell(item: string) {
  await prices.send(await ask(item));
}

try {
  go(tell, 'tea');
  go(tell, 'cake');
  await prices.receive();
  await prices.receive();
} catch {
  console.log('something is sold out');
}

async function ask(item: string) {
  if (item === 'cake') throw new Error('no cake left');
  return 3;
}
