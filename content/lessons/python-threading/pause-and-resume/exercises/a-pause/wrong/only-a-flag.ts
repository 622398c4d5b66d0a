import { Event } from 'happens-before/threading';

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
    },
    async resume() {
      running.set();
    },
  };
}
