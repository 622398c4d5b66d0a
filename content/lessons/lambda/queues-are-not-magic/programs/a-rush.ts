import { Account, now, sleep } from 'happens-before/lambda';
import type { SqsEvent } from 'happens-before/lambda';

const rate = 5;
const seconds = 30;
const batchSize = 2;
const maxConcurrency = 4;

const account = new Account({ duplicates: 0 });
const orders = account.queue({ name: 'orders' });
const pack = account.function({
  name: 'pack',
  handler: ({ Records }: SqsEvent) =>
    sleep(Records.length * 973),
});
pack.addEventSource(orders, { batchSize, maxConcurrency });

for (let sent = 0; sent < rate * seconds; sent++) {
  await orders.send(`order ${sent}`);
  await sleep(1000 / rate);
}
await account.drain();
console.log(`all packed after ${Math.ceil(now() / 1000)} s`);
