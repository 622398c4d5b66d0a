import { sleep, Thread } from 'happens-before/threading';

export function every(
  seconds: number,
  fn: () => Promise<void>,
) {
  let stopped = false;
  const thread = new Thread({
    target: async () => {
      while (!stopped) {
        await sleep(seconds);
        await fn();
      }
    },
  });
  thread.start();
  return async function stop() {
    stopped = true;
  };
}
