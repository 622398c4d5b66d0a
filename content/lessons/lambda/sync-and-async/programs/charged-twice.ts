import { Account, now, sleep } from 'happens-before/lambda';

const account = new Account();
const pay = account.function({
  name: 'pay',
  timeout: 3000,
  handler: async (order: string) => {
    await sleep(200);
    console.log(`${order} charged at ${now() / 1000} s`);
    // The log is slow in the first minute.
    await sleep(now() < 60_000 ? 5000 : 50);
  },
});

const answer = await pay.invoke('order 7', { type: 'Event' });
console.log(answer.status);
await account.drain();
