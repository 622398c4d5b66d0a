import { Account, now, sleep } from 'happens-before/lambda';

const account = new Account();
const buy = account.function({
  name: 'buy',
  handler: async () => {
    // The supplier is slow today.
    await sleep(6000);
    console.log(`tea ordered at ${now() / 1000} s`);
    return { statusCode: 201 };
  },
});
const shop = buy.url({ authType: 'NONE' });

let answer;
for (let left = 2; left > 0 && !answer; left--) {
  const request = shop.fetch({ method: 'POST' });
  answer = await Promise.race([request, sleep(5000)]);
}
console.log(answer ? 'Thank you' : 'Sorry, no tea today');
await sleep(2000);
console.log('errors:', buy.metrics().Errors);
