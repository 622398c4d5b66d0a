import { sleep, Thread } from 'happens-before/threading';

export function every(
  seconds: number,
  fn: () => Promise<void>,
) {
  let stopped = false;
  const thread = new Thread({
    target: async () => {
      for (;;) {
        await sleep(seconds);
        if (stopped) return;
        await fn();
      }
    },
  });
  thread.start();
  return async function stop() {
    stopped = true;
    await thread.join();
  };
}
