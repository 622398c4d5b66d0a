import { atomic, WaitGroup } from 'happens-before/go';

const hits = new atomic.Int64();
const total = new atomic.Int64();

async function found() {
  total.add(1);
  hits.add(1);
}

const wg = new WaitGroup();
wg.go(async function reader() {
  await found();
});
wg.go(async function reporter() {
  console.log(hits.load(), 'of', total.load());
});
await wg.wait();
