import { Account, sleep } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const checkout = account.function({
  name: 'checkout',
  reserved: 2,
  init: 800,
  handler: async (order: string) => {
    await sleep(200);
    return `${order} paid`;
  },
});

const answers = await Promise.all([
  checkout.invoke('tea'),
  checkout.invoke('jam'),
  checkout.invoke('salt'),
]);
for (const answer of answers) {
  if (answer.status === 429) console.log('turned away');
  else if (answer.cold) console.log(answer.payload, 'cold');
  else console.log(answer.payload, 'warm');
}
