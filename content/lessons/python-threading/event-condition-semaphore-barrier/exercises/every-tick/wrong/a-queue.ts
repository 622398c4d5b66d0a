import { Queue } from 'happens-before/threading';

export function makeClock() {
  const bells = new Queue<number>();
  let ticks = 0;

  return {
    async tick() {
      ticks += 1;
      await bells.put(ticks);
    },
    async next(seen: number) {
      let last = await bells.get();
      while (last <= seen) last = await bells.get();
      return last;
    },
  };
}
