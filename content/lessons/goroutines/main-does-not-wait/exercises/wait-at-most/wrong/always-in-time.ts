import {
  after,
  chan,
  go,
  select,
  type WaitGroup,
} from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const over = chan<void>(2);
  go('waiter', async () => {
    await tasks.wait();
    await over.send();
  });
  go('clock', async () => {
    await after(ms).receive();
    await over.send();
  });
  await select(over.onReceive());
  return true;
}
