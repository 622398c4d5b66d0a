import { Timer } from 'happens-before/threading';
const t = new Timer(0.001, () => { console.log('rings'); });
t.start();
t.cancel();
console.log('cancelled');
await t.join();
console.log(t.isAlive());
