import { Account } from 'happens-before/lambda';

const account = new Account();
const stock = account.table<number>({ name: 'stock' });
await stock.put('cups', 10);

const orders = account.queue({ name: 'orders' });
const take = account.function({
  name: 'take',
  handler: async () => {
    await stock.update('cups', (cups = 0) => cups - 1);
  },
});
take.addEventSource(orders);

await orders.send('one cup');
await account.drain();
console.log(await stock.get('cups'));
