import { Account, sleep } from 'happens-before/lambda';

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

/** The number that a customer draws who comes at `ms`. */
async function play(ms: number) {
  await sleep(ms);
  const answer = await draw.invoke();
  return answer.status === 200 ? answer.payload : answer.reason;
}

// The third comes at the moment at which the first are done.
const drawn = await Promise.all([play(0), play(0), play(400)]);
console.log(drawn.join(', '));
