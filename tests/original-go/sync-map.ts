import { SyncMap, WaitGroup } from 'happens-before/go';
const seen = new SyncMap<string, number>();
const wg = new WaitGroup();
for (let n = 1; n <= 2; n++) {
  wg.go(async () => {
    const [v, loaded] = seen.loadOrStore('key', n);
    console.log(n, v, loaded);
  });
}
const [, there] = seen.loadAndDelete('key');
console.log(there);
await wg.wait();
let count = 0;
seen.range(() => {
  count++;
  return true;
});
console.log(count);
