import { sleep, Thread } from 'happens-before/threading';

/** Calls `fn` every so often. Returns what stops it. */
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
