import { go, WaitGroup } from 'happens-before/go';

const wg = new WaitGroup();
let tea = 'green';

async function pass(kind: string) {
  console.log(`passed: ${kind}`);
  wg.done();
}

async function look() {
  console.log(`looked: ${tea}`);
  wg.done();
}

wg.add(2);
go(pass, tea);
go(look);
tea = 'black';
await wg.wait();
