import { Event } from 'happens-before/threading';

export function makeClock() {
  const bell = new Event();
  let ticks = 0;

  return {
    async tick() {
      ticks += 1;
      bell.set();
    },
    async next(seen: number) {
      await bell.wait();
      return ticks;
    },
  };
}
