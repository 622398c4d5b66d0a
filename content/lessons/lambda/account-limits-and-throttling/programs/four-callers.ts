import { Account, now } from 'happens-before/lambda';

const account = new Account({ concurrency: 2, duplicates: 0 });
const reports = account.function({
  name: 'reports',
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

await Promise.all([reports.invoke(), reports.invoke(), rest()]);
await account.drain();

async function rest() {
  const answer = await tell('checkout').invoke();
  if (answer.status === 429) console.log('checkout: 429');
  await mail!.invoke({}, { type: 'Event' });
  await orders.send('an order');
  await items.put('tea', 1);
}
