import {
  chan,
  go,
  Mutex,
  otherwise,
  select,
} from 'happens-before/go';

const mu = new Mutex();
const wake = chan<void>();
let calls = 0;

go('keeper', async () => {
  await mu.lock();
  if (calls === 0) await wake.receive();
  console.log('awake');
  mu.unlock();
});

await mu.lock();
calls += 1;
await select(wake.onSend(undefined), otherwise());
mu.unlock();
console.log('called');
