import {
  after,
  chan,
  go,
  select,
  type WaitGroup,
} from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const allDone = chan<void>();
  go('waiter', async () => {
    await tasks.wait();
    await allDone.send();
  });
  return await select(
    allDone.onReceive(() => true),
    after(ms).onReceive(() => false),
  );
}
