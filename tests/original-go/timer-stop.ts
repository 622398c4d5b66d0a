import { afterFunc, sleep } from 'happens-before/go';
const t = afterFunc(1, () => { console.log('rings'); });
await sleep(1);
console.log(t.stop());
await sleep(5);
