import { go, sleep, type WaitGroup } from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  let allDone = false;
  go('waiter', async () => {
    await tasks.wait();
    allDone = true;
  });
  for (let waited = 0; !allDone && waited < ms; waited += 10) {
    await sleep(10);
  }
  return allDone;
}
