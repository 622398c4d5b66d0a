import { Event, Thread } from 'happens-before/threading';

export function every(
  seconds: number,
  fn: () => Promise<void>,
) {
  const stopped = new Event();
  const thread = new Thread({
    target: async () => {
      while (!(await stopped.wait(seconds))) await fn();
    },
    daemon: true,
  });
  thread.start();
  return async function stop() {
    stopped.set();
  };
}
