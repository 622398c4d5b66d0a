import { Lock } from 'happens-before/threading';

export function makeStats() {
  const lock = new Lock();
  let count = 0;
  let total = 0;
  let largest = 0;

  return {
    async record(ms: number) {
      await lock.with(async () => {
        count += 1;
        total += ms;
        if (ms > largest) largest = ms;
      });
    },
    async mean() {
      return await lock.with(async () => (count === 0 ? 0 : total / count));
    },
    async worst() {
      return largest;
    },
  };
}
