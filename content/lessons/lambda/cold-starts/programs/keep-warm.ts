import { Account, sleep } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const shop = account.function({
  name: 'shop',
  init: 900,
  duration: 100,
});

// A ping every five minutes keeps the function warm.
for (let ping = 1; ping <= 2; ping++) {
  const answer = await shop.invoke();
  if (answer.status === 200)
    console.log(`ping ${ping}:`, answer.cold ? 'cold' : 'warm');
  await sleep(300_000);
}

const three = [1, 2, 3].map(() => shop.invoke());
for (const answer of await Promise.all(three))
  if (answer.status === 200)
    console.log(answer.cold ? 'cold' : 'warm');
