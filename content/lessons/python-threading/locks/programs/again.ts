import { RLock } from 'happens-before/threading';

const till = new RLock();
const coins = [5, 10];

async function total() {
  return await till.with(() => coins[0]! + coins[1]!);
}

async function close() {
  await till.with(async () => {
    console.log('in the till:', await total());
  });
}

await close();
