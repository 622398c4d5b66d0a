import { Account, now, sleep } from 'happens-before/lambda';

const MINUTE = 60_000;
const account = new Account({ concurrency: 1000 });

/** Signs a pass that is good for a quarter of an hour. */
const sign = () => ({ until: now() + 15 * MINUTE });

const shop = account.function({
  name: 'shop',
  runtime: 'python3.14',
  alias: 'live',
  snapStart: true,
  restore: 400,
  handler: () => {
    const pass = sign(); // in the snapshot
    return async () => pass.until - now();
  },
});

for (const qualifier of ['live', '$LATEST']) {
  await sleep(60 * MINUTE);
  const answer = await shop.invoke({}, { qualifier });
  if (answer.status !== 200) continue;
  const left = Math.round((answer.payload as number) / MINUTE);
  console.log(`${qualifier}: good for ${left} min`);
}
