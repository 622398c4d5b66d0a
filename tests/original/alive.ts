import { Thread } from 'happens-before/threading';
const t = new Thread({ target: async () => {} });
console.log(t.isAlive());
t.start();
console.log(t.isAlive());
await t.join(0.001);
console.log(t.isAlive());
