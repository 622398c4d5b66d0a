import { Account } from 'happens-before/lambda';
import { afterRestore } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const shop = account.function({
  name: 'shop',
  runtime: 'python3.14',
  alias: 'live',
  snapStart: true,
  restore: 400,
  handler: () => {
    let till = 'nameless';
    afterRestore(() => {
      till = crypto.randomUUID().slice(0, 4);
    });
    return async () => till;
  },
});

/** The name of the till that serves a customer. */
async function till(qualifier: string) {
  const sale = await shop.invoke('tea', { qualifier });
  return sale.status === 200 ? sale.payload : sale.reason;
}

console.log('$LATEST:', await till('$LATEST'));
const sales = [till('live'), till('live')];
const [a, b] = await Promise.all(sales);
console.log('live:', a === b ? 'one name' : 'two names');
