import {
  after,
  chan,
  go,
  select,
  sleep,
} from 'happens-before/go';

const counted = chan<void>(1);

go('clerk', async () => {
  await sleep(30);
  console.log('the ledger is in the safe');
  await counted.send();
});

const inTime = await select(
  counted.onReceive(() => true),
  after(20).onReceive(() => false),
);
console.log(inTime ? 'good night' : 'lights out all the same');
