import { Event, Thread } from 'happens-before/threading';

export function every(
  seconds: number,
  fn: () => Promise<void>,
) {
  const stopped = new Event();
  const thread = new Thread({
    target: async () => {
      do await fn();
      while (!(await stopped.wait(seconds)));
    },
  });
  thread.start();
  return async function stop() {
    stopped.set();
    await thread.join();
  };
}
