import { Lock } from 'happens-before/threading';

export function makeGate() {
  const gate = new Lock();

  return {
    /** Runs the job, when it is not paused. */
    async serve<T>(job: () => Promise<T>): Promise<T> {
      return await gate.with(job);
    },
    /** Returns when no job runs, and none will. */
    async pause() {
      await gate.acquire();
    },
    async resume() {
      gate.release();
    },
  };
}
