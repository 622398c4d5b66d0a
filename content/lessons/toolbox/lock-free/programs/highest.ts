import { atomic, WaitGroup } from 'happens-before/go';

const best = new atomic.Int32();

async function jumped(metres: number) {
  if (metres > best.load()) best.store(metres);
}

const wg = new WaitGroup();
wg.go(async function ann() {
  await jumped(7);
});
wg.go(async function bob() {
  await jumped(9);
});
await wg.wait();
console.log('the best:', best.load());
