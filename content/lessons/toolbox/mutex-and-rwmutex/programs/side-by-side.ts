import { now, RWMutex, sleep } from 'happens-before/go';
import { WaitGroup } from 'happens-before/go';

const mu = new RWMutex();
const wg = new WaitGroup();

async function read() {
  await mu.rLock();
  await sleep(10);
  mu.rUnlock();
}

wg.go(async function ann() {
  await read();
});
wg.go(async function bob() {
  await read();
});
await wg.wait();
console.log('done at', now());
