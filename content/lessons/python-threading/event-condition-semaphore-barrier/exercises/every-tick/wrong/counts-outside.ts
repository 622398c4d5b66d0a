import { Condition } from 'happens-before/threading';

export function makeClock() {
  const changed = new Condition();
  let ticks = 0;

  return {
    async tick() {
      ticks += 1;
      await changed.with(async () => changed.notifyAll());
    },
    async next(seen: number) {
      return await changed.with(async () => {
        await changed.waitFor(() => ticks > seen);
        return ticks;
      });
    },
  };
}
