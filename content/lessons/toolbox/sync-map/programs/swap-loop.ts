import { SyncMap, WaitGroup } from 'happens-before/go';

const votes = new SyncMap<string, number>();
const wg = new WaitGroup();

for (const name of ['Ann', 'Bo']) {
  wg.go(async () => {
    let before = votes.loadOrStore('tea', 0)[0];
    while (!votes.compareAndSwap('tea', before, before + 1)) {
      before = votes.load('tea') ?? 0;
    }
  });
}
await wg.wait();
console.log('tea:', votes.load('tea'));
