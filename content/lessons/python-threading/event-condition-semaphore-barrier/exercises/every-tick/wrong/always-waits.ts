import { Condition } from 'happens-before/threading';

export function makeClock() {
  const changed = new Condition();
  let ticks = 0;

  return {
    async tick() {
      await changed.with(async () => {
        ticks += 1;
        changed.notifyAll();
      });
    },
    async next(seen: number) {
      return await changed.with(async () => {
        await changed.wait();
        return ticks;
      });
    },
  };
}
