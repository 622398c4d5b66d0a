import { go, WaitGroup } from 'happens-before/go';

const wg = new WaitGroup();
let round = 1;

function dig() {
  wg.add(1);
  go('digger', async () => wg.done());
}

dig();
const told = new WaitGroup();
told.go(async function watcher() {
  await wg.wait();
  console.log('round', round, 'is over');
});
await wg.wait();
round = 2;
dig();
await wg.wait();
await told.wait();
