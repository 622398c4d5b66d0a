import { Condition } from 'happens-before/threading';

export function makeGate() {
  const gate = new Condition();
  let paused = false;
  let inside = 0;

  return {
    /** Runs the job, when it is not paused. */
    async serve<T>(job: () => Promise<T>): Promise<T> {
      await gate.with(async () => {
        await gate.waitFor(() => !paused);
        inside += 1;
      });
      const value = await job();
      await gate.with(async () => {
        inside -= 1;
        gate.notifyAll();
      });
      return value;
    },
    /** Returns when no job runs, and none will. */
    async pause() {
      await gate.with(async () => {
        paused = true;
        await gate.waitFor(() => inside === 0);
      });
    },
    async resume() {
      await gate.with(async () => {
        paused = false;
        gate.notifyAll();
      });
    },
  };
}
