import { atomic, WaitGroup } from 'happens-before/go';

const last = new atomic.Int64();
const wg = new WaitGroup();

for (const name of ['Ann', 'Bob'])
  wg.go(async () => {
    last.add(1);
    console.log(name, 'has', last.load());
  });
await wg.wait();
