import { go, WaitGroup } from 'happens-before/go';

const shop = new WaitGroup();
shop.add(1);

go('clerk', async () => {
  try {
    console.log('sold tea');
    shop.done();
  } finally {
    console.log('the ledger is in the safe');
  }
});

await shop.wait();
console.log('closed');
