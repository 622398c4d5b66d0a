import {
  after,
  chan,
  go,
  select,
  type WaitGroup,
} from 'happens-before/go';

/** Waits for `tasks`, for `ms` at most: are all done? */
export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const allDone = chan<void>();
  go('waiter', async () => {
    await tasks.wait();
    allDone.close();
  });
  return await select(
    allDone.onReceive(() => true),
    after(ms).onReceive(() => false),
  );
}
