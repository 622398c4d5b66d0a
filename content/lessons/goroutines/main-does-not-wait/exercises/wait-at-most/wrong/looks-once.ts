import {
  chan,
  go,
  otherwise,
  select,
  sleep,
  type WaitGroup,
} from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const allDone = chan<void>();
  go('waiter', async () => {
    await tasks.wait();
    allDone.close();
  });
  return await select(
    allDone.onReceive(() => true),
    otherwise(async () => {
      await sleep(ms);
      return false;
    }),
  );
}
