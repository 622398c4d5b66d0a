import { Account, sleep } from 'happens-before/lambda';

const account = new Account({ concurrency: 1 });
const pay = account.function({
  name: 'pay',
  handler: async (who: string) => {
    await sleep(100);
    console.log(who, 'paid');
  },
});

async function customer(who: string) {
  for (let wait = 150; wait < 400; wait *= 2) {
    const answer = await pay.invoke(who);
    if (answer.status === 200) return;
    await sleep(wait);
  }
  console.log(who, 'gave up');
}

await Promise.all(['Ada', 'Bo', 'Cy'].map(customer));
