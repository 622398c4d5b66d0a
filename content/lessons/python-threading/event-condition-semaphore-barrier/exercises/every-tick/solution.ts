import { Condition } from 'happens-before/threading';

/** A clock that anybody can wait for. */
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
    /** Waits for more than `seen` ticks. Gives how many. */
    async next(seen: number) {
      return await changed.with(async () => {
        await changed.waitFor(() => ticks > seen);
        return ticks;
      });
    },
  };
}
