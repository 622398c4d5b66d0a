import { chan, sleep, WaitGroup } from 'happens-before/go';

const jobs = chan<string>();
const wg = new WaitGroup();

for (const name of ['first', 'second']) {
  wg.go(async () => {
    for await (const photo of jobs) {
      console.log(name, 'develops', photo);
      await sleep(10);
    }
  });
}
for (const photo of ['a', 'b', 'c']) await jobs.send(photo);
jobs.close();
await wg.wait();
