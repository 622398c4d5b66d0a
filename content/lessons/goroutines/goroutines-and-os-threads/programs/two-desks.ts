import { chan, go, now, sleep } from 'happens-before/go';

const desks = chan<string>(2);

async function phone() {
  await desks.send('taken');
  await sleep(100);
  await desks.receive();
}

go('ann', phone);
go('bo', phone);
await desks.send('taken');
console.log('hello, after', now(), 'ms');
