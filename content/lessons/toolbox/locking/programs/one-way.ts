import { Mutex, WaitGroup } from 'happens-before/go';

const left = new Mutex();
const right = new Mutex();

async function pass(name: string) {
  await left.lock();
  await right.lock();
  console.log(name, 'is through');
  right.unlock();
  left.unlock();
}

const wg = new WaitGroup();
wg.go(async function ann() {
  await pass('Ann');
});
wg.go(async function bob() {
  await pass('Bob');
});
await wg.wait();
