import { go, Mutex, WaitGroup } from 'happens-before/go';

const rod = new Mutex();
const reel = new Mutex();
const bait = new Mutex();
const wg = new WaitGroup();

async function fish(name: string, first: Mutex, then: Mutex) {
  await first.lock();
  await then.lock();
  console.log(name, 'fishes');
  then.unlock();
  first.unlock();
  wg.done();
}

wg.add(3);
go('ann', fish, 'Ann', rod, reel);
go('bob', fish, 'Bob', reel, bait);
go('cyd', fish, 'Cyd', bait, rod);
await wg.wait();
