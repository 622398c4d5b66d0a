import { Account, now, sleep } from 'happens-before/lambda';

const account = new Account({ concurrency: 1, duplicates: 0 });
const report = account.function({
  name: 'report',
  duration: 10_000,
});
const tell = (name: string) =>
  account.function({
    name,
    handler: async () => {
      console.log(`${name}: at ${Math.round(now() / 1000)} s`);
    },
  });

const [mail, pack, index] = ['mail', 'pack', 'index'].map(tell);
const orders = account.queue({ name: 'orders' });
pack!.addEventSource(orders);
const items = account.table({ name: 'items' });
index!.addEventSource(items);

const done = report.invoke();
await sleep(100);
const answer = await tell('checkout').invoke();
if (answer.status === 429) console.log('checkout: 429');
await mail!.invoke({}, { type: 'Event' });
await sleep(100);
await orders.send('an order');
await sleep(100);
await items.put('tea', 1);
await done;
await account.drain();
