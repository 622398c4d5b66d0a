import { Lock } from 'happens-before/threading';

/** Collects response times. Any thread may use it. */
export function makeStats() {
  let count = 0;
  let total = 0;
  let largest = 0;

  return {
    async record(ms: number) {
      const lock = new Lock();
      await lock.with(async () => {
        count += 1;
        total += ms;
        if (ms > largest) largest = ms;
      });
    },
    async mean() {
      return count === 0 ? 0 : total / count;
    },
    async worst() {
      return largest;
    },
  };
}
