import { Lock } from 'happens-before/threading';

/** Collects response times. Any thread may use it. */
export function makeStats() {
  const lock = new Lock();
  const totalLock = new Lock();
  let count = 0;
  let total = 0;
  let largest = 0;

  return {
    async record(ms: number) {
      await lock.with(async () => {
        count += 1;
        if (ms > largest) largest = ms;
      });
      await totalLock.with(async () => {
        total += ms;
      });
    },
    async mean() {
      const n = await lock.with(async () => count);
      const sum = await totalLock.with(async () => total);
      return n === 0 ? 0 : sum / n;
    },
    async worst() {
      return await lock.with(async () => largest);
    },
  };
}
