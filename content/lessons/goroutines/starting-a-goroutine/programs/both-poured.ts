import { go, WaitGroup } from 'happens-before/go';

const wg = new WaitGroup();
let tea = 'green';

async function pour(kind: string) {
  console.log(`poured ${kind}`);
  wg.done();
}

wg.add(2);
go(pour, tea);
tea = 'black';
go(pour, tea);
await wg.wait();
console.log('both are poured');
