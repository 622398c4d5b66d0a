import { chan, go } from 'happens-before/go';

const sales = chan<string>();

go('clerk', async () => {
  try {
    console.log('sold', await sales.receive());
  } finally {
    console.log('the ledger is in the safe');
  }
});

await sales.send('tea');
