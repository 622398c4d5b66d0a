import { go, WaitGroup } from 'happens-before/go';
const wg = new WaitGroup();
wg.add(1);
go(async () => { wg.add(1); });
wg.done();
wg.done();
console.log('end');
