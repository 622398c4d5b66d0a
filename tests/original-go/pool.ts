import { Pool, WaitGroup } from 'happens-before/go';
const p = new Pool(() => 'new');
const wg = new WaitGroup();
wg.go(async () => { p.put('used'); });
console.log(await p.get());
await wg.wait();
console.log(await p.get());
