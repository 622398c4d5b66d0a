import { afterFunc, type WaitGroup } from 'happens-before/go';

export async function waitAtMost(tasks: WaitGroup, ms: number) {
  let inTime = true;
  const alarm = afterFunc(ms, () => {
    inTime = false;
    tasks.done();
  });
  await tasks.wait();
  alarm.stop();
  return inTime;
}
