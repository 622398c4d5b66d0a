import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const receipts = account.table<string>({ name: 'receipts' });
const shop = account.function({
  name: 'shop',
  runtime: 'python3.14',
  alias: 'live',
  snapStart: true,
  restore: 400,
  handler: () => {
    // Outside of the handler: in the snapshot.
    const till = crypto.randomUUID().slice(0, 4);
    let count = 0;
    return async (item: string) => {
      count += 1;
      const number = `${till}-${count}`;
      await receipts.put(number, item);
      return number;
    };
  },
});

const sales = ['tea', 'jam'].map((item) => shop.invoke(item));
for (const sale of await Promise.all(sales)) {
  if (sale.status !== 200) continue;
  const number = sale.payload as string;
  console.log(number, await receipts.get(number));
}
