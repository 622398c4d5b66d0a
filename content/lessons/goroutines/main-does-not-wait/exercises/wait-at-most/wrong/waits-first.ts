import {
  after,
  chan,
  select,
  type WaitGroup,
} from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  const allDone = chan<void>();
  await tasks.wait();
  allDone.close();
  return await select(
    allDone.onReceive(() => true),
    after(ms).onReceive(() => false),
  );
}
