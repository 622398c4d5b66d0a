import { go, WaitGroup } from 'happens-before/go';

const jars = { left: 0, right: 0 };
const wg = new WaitGroup();

wg.add(2);
go('a', async () => {
  jars.left = jars.left + 1;
  wg.done();
});
go('b', async () => {
  jars.right = jars.right + 1;
  wg.done();
});
await wg.wait();
console.log(jars.left + jars.right);
