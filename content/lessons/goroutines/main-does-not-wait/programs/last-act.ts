import { go, WaitGroup } from 'happens-before/go';

const shop = new WaitGroup();
shop.add(1);

go('clerk', async () => {
  try {
    console.log('sold tea');
    console.log('the ledger is in the safe');
  } finally {
    shop.done();
  }
});

await shop.wait();
console.log('closed');
