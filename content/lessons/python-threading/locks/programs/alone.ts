import { Lock } from 'happens-before/threading';

const till = new Lock();
const coins = [5, 10];

async function total() {
  return await till.with(() => coins.reduce((a, b) => a + b, 0));
}

async function close() {
  await till.with(async () => {
    console.log('in the till:', await total());
  });
}

await close();
