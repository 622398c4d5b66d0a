import { Condition } from 'happens-before/threading';

export function makeGate() {
  const gate = new Condition();
  let paused = false;
  let busy = 0;

  return {
    async serve<T>(job: () => Promise<T>): Promise<T> {
      await gate.with(async () => {
        if (paused) await gate.wait();
        busy += 1;
      });
      try {
        return await job();
      } finally {
        await gate.with(async () => {
          busy -= 1;
          gate.notifyAll();
        });
      }
    },
    async pause() {
      await gate.with(async () => {
        paused = true;
        while (busy > 0) await gate.wait();
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
