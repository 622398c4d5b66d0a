import { chan, go, Mutex } from 'happens-before/go';

const board = new Mutex();
const dishes = new Map<number, string>();
const slips = chan<number>();

async function order(table: number, dish: string) {
  await board.lock();
  dishes.set(table, dish);
  board.unlock();
  await slips.send(table);
}

go('ada', order, 1, 'soup');
go('ben', order, 2, 'fish');

for (let cooked = 0; cooked < 2; cooked++) {
  const table = (await slips.receive())!;
  await board.lock(); // to see what it is
  console.log(dishes.get(table));
  board.unlock();
}
