import { SyncMap, WaitGroup } from 'happens-before/go';

const votes = new SyncMap<string, number>();
const wg = new WaitGroup();

for (const name of ['Ann', 'Bo']) {
  wg.go(async () => {
    const before = votes.load('tea') ?? 0;
    votes.store('tea', before + 1);
  });
}
await wg.wait();
console.log('tea:', votes.load('tea'));
