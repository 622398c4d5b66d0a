import { Mutex, WaitGroup } from 'happens-before/go';

const votes = new Map<string, number>();
const mu = new Mutex();
const wg = new WaitGroup();

for (const name of ['Ann', 'Bo']) {
  wg.go(async () => {
    await mu.lock();
    votes.set('tea', (votes.get('tea') ?? 0) + 1);
    mu.unlock();
  });
}
await wg.wait();
console.log('tea:', votes.get('tea'));
