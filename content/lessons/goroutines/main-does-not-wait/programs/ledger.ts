import { chan, go } from 'happens-before/go';

const sales = chan<string>();

go('clerk', async () => {
  try {
    for await (const sale of sales) console.log('sold', sale);
  } finally {
    console.log('the ledger is in the safe');
  }
});

await sales.send('soup');
sales.close();
