import { anyOf } from 'happens-before/go';
import type { HttpEvent } from 'happens-before/lambda';
import { Account, sleep } from 'happens-before/lambda';

const account = new Account();
const done = account.table<string>({ name: 'done' });
const orders = account.table<number>({ name: 'orders' });

const buy = account.function({
  name: 'buy',
  handler: async ({ headers }: HttpEvent) => {
    const key = headers['idempotency-key']!;
    if (await done.get(key)) return { statusCode: 200 };
    await sleep(await anyOf([1973, 6973]));
    await orders.update('tea', (n = 0) => n + 1);
    await done.put(key, 'ordered');
    return { statusCode: 201 };
  },
});
const shop = buy.url({ authType: 'NONE' });

const headers = { 'idempotency-key': 'ada-1' };
let answer;
for (let left = 2; left > 0 && !answer; left--) {
  const request = shop.fetch({ method: 'POST', headers });
  answer = await Promise.race([request, sleep(5000)]);
}
await sleep(9000);
console.log('told', answer?.status ?? 'nothing');
console.log('ordered', await orders.get('tea'));
