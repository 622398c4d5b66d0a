import {
  chan,
  go,
  now,
  sleep,
  type Chan,
} from 'happens-before/go';

function stage(name: string, input: Chan<number>, ms: number) {
  const output = chan<number>(100);
  go(name, async () => {
    for await (const shirt of input) {
      await sleep(ms);
      await output.send(shirt);
    }
    output.close();
  });
  return output;
}

const basket = chan<number>();
const washed = stage('wash', basket, 10);
const ironed = stage('iron', washed, 30);
const folded = stage('fold', ironed, 10);

go('guest', async () => {
  for (const shirt of [1, 2, 3]) await basket.send(shirt);
  basket.close();
});
for await (const shirt of folded) {
  console.log('shirt', shirt, 'at', now());
}
