import { go, WaitGroup } from 'happens-before/go';

const clerks = new WaitGroup();
clerks.add(1);

go('clerk', async () => {
  try {
    console.log('sold soup');
    clerks.done();
  } finally {
    console.log('the ledger is in the safe');
  }
});

await clerks.wait();
console.log('lights out');
