import { chan, context, errgroup } from 'happens-before/go';
import { select, type Chan } from 'happens-before/go';

type Work = (shirt: number) => number;
const root = context.background();
const [laundry, ctx] = errgroup.withContext(root);

function stage(input: Chan<number>, work: Work) {
  const output = chan<number>();
  laundry.go(async () => {
    try {
      for await (const shirt of input) {
        await select(
          output.onSend(work(shirt)),
          ctx.done().onReceive(() => { throw ctx.err(); }),
        );
      }
    } finally {
      output.close();
    }
  });
  return output;
}

const basket = chan<number>();
laundry.go(async function guest() {
  try {
    for (const shirt of [1, 2, 3, 4, 5]) {
      const over = await select(
        basket.onSend(shirt, () => false),
        ctx.done().onReceive(() => true),
      );
      if (over) return;
    }
  } finally {
    basket.close();
  }
});
const washed = stage(basket, (shirt) => shirt);
const ironed = stage(washed, (shirt) => {
  if (shirt === 2) throw new Error('shirt 2 is burnt');
  return shirt;
});

for await (const shirt of ironed) console.log('shirt', shirt);
try {
  await laundry.wait();
} catch (error) {
  console.log(String(error));
}
