import { Event, sleep } from 'happens-before/threading';

export function makeGate() {
  const running = new Event();
  running.set();

  return {
    /** Runs the job, when it is not paused. */
    async serve<T>(job: () => Promise<T>): Promise<T> {
      await running.wait();
      return await job();
    },
    /** Returns when no job runs, and none will. */
    async pause() {
      running.clear();
      await sleep(60);
    },
    async resume() {
      running.set();
    },
  };
}
