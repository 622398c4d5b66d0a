import { Event, sleep } from 'happens-before/threading';

export function makeGate() {
  const running = new Event();
  running.set();
  const inside = new Set<object>();

  return {
    /** Runs the job, when it is not paused. */
    async serve<T>(job: () => Promise<T>): Promise<T> {
      await running.wait();
      const me = {};
      inside.add(me);
      try {
        return await job();
      } finally {
        inside.delete(me);
      }
    },
    /** Returns when no job runs, and none will. */
    async pause() {
      running.clear();
      while (inside.size > 0) await sleep(0.01);
    },
    async resume() {
      running.set();
    },
  };
}
