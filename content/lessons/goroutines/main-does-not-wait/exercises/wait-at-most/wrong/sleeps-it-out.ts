import {
  atomic,
  go,
  sleep,
  type WaitGroup,
} from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const allDone = new atomic.Bool();
  go('waiter', async () => {
    await tasks.wait();
    allDone.store(true);
  });
  await sleep(ms);
  return allDone.load();
}
