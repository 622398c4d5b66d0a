import { chan, go, WaitGroup } from 'happens-before/go';

const sales = chan<string>();
const clerks = new WaitGroup();
clerks.add(1);

go('clerk', async () => {
  try {
    for await (const sale of sales) console.log('sold', sale);
    console.log('the ledger is in the safe');
  } finally {
    clerks.done();
  }
});

await sales.send('soup');
sales.close();
await clerks.wait();
console.log('lights out');
