import { Mutex, WaitGroup } from 'happens-before/go';

const left = new Mutex();
const right = new Mutex();

async function pass(name: string, mine: Mutex, other: Mutex) {
  for (let tries = 1; tries <= 2; tries++) {
    await mine.lock();
    if (other.tryLock()) {
      console.log(name, 'is through');
      other.unlock();
      mine.unlock();
      return;
    }
    mine.unlock();
  }
  console.log(name, 'turns back');
}

const wg = new WaitGroup();
wg.go(async function ann() {
  await pass('Ann', left, right);
});
wg.go(async function bob() {
  await pass('Bob', right, left);
});
await wg.wait();
