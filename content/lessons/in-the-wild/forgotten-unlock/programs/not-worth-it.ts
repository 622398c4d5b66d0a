import { go, Mutex } from 'happens-before/go';

const desk = new Mutex();
let things = 0;

async function handIn() {
  await desk.lock();
  things += 1;
  desk.unlock();
}

async function clearOut() {
  await desk.lock();
  if (things === 0) {
    desk.unlock();
    return;
  }
  if (things === 1) return; // not worth the trip
  things = 0;
  desk.unlock();
}

go('ann', handIn);
go('ben', handIn);
go('night', clearOut);
