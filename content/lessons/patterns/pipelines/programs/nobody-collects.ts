import {
  atomic,
  chan,
  go,
  sleep,
  type Chan,
} from 'happens-before/go';

const begun = new atomic.Int32();

function stage(input: Chan<number>, work: () => void) {
  const output = chan<number>();
  go(async () => {
    for await (const shirt of input) {
      work();
      await output.send(shirt);
    }
    output.close();
  });
  return output;
}

const basket = chan<number>();
const washed = stage(basket, () => begun.add(1));
const ironed = stage(washed, () => {});
const folded = stage(ironed, () => {});

go('guest', async () => {
  for (let i = 0; i < 8; i++) await basket.send(i);
  basket.close();
});
await sleep(100);
console.log('washed', begun.load());
for await (const _ of folded);
