import { chan, go, type Chan } from 'happens-before/go';

function stage(name: string, input: Chan<number>) {
  const output = chan<number>();
  go(name, async () => {
    for await (const shirt of input) await output.send(shirt);
    output.close();
  });
  return output;
}

const basket = chan<number>();
const folded = stage('fold', stage('wash', basket));

go('guest', async () => {
  for (const shirt of [1, 2, 3, 4, 5]) await basket.send(shirt);
  basket.close();
});
console.log('shirt', await folded.receive(), 'is enough');
