import { Event } from 'happens-before/threading';

/** A clock that anybody can wait for. */
export function makeClock() {
  const bell = new Event();
  let ticks = 0;

  return {
    async tick() {
      ticks += 1;
      bell.set();
      bell.clear();
    },
    /** Waits for more than `seen` ticks. Gives how many. */
    async next(seen: number) {
      await bell.wait();
      return ticks;
    },
  };
}
