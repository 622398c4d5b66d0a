import { Account } from 'happens-before/lambda';

/** A small generator: the same seed, the same numbers. */
function generator(seed: number) {
  let state = Math.floor(seed * 2 ** 31);
  return () => (state = (state * 48_271) % 2_147_483_647);
}

const account = new Account({ concurrency: 1000 });
const draw = account.function({
  name: 'draw',
  runtime: 'python3.14',
  alias: 'live',
  snapStart: true,
  restore: 400,
  handler: () => {
    const next = generator(Math.random()); // in the snapshot
    return async () => 1 + (next() % 49);
  },
});

// Two customers at once, and a third when both are served.
const drawn = await Promise.all([draw.invoke(), draw.invoke()]);
drawn.push(await draw.invoke());
for (const answer of drawn)
  if (answer.status === 200) console.log(answer.payload);
