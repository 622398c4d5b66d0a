import {
  after,
  chan,
  go,
  type WaitGroup,
} from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const over = chan<boolean>(1);
  go('waiter', async () => {
    await tasks.wait();
    await over.send(true);
    over.close();
  });
  go('clock', async () => {
    await after(ms).receive();
    await over.send(false);
    over.close();
  });
  return (await over.receive())!;
}
