import { Once, WaitGroup } from 'happens-before/go';
const one = new Once();
const wg = new WaitGroup();
for (const name of ['a', 'b']) {
  wg.go(async () => {
    await one.do(() => { console.log('made by', name); });
    console.log(name);
  });
}
await wg.wait();
