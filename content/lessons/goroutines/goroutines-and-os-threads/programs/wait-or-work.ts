import { now, sleep, WaitGroup, work } from 'happens-before/go';

const three = new WaitGroup();

for (const pot of [1, 2, 3]) three.go(() => sleep(10));
await three.wait();
console.log('three waited:', now());

for (const pan of [1, 2, 3]) three.go(() => work(10));
await three.wait();
console.log('three worked:', now());
