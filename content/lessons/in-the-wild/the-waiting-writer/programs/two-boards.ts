import { go, RWMutex } from 'happens-before/go';

const east = new RWMutex();
const west = new RWMutex();

async function compare(one: RWMutex, other: RWMutex) {
  await one.rLock();
  await other.rLock();
  other.rUnlock();
  one.rUnlock();
}

async function update(board: RWMutex) {
  await board.lock();
  board.unlock();
}

go('ann', compare, east, west);
go('ben', compare, west, east);
go('eve', update, east);
go('wes', update, west);
