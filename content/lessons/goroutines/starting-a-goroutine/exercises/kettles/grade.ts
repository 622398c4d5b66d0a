import { check } from 'happens-before/check';
import { sleep } from 'happens-before/go';
import type * as Answer from './solution';

/** Scenes that no page ships. Each tea takes as long as it does. */
const boiling = (times: Record<string, number>) => ({
  async play({ brewAll }: typeof Answer) {
    const cups = await brewAll(Object.keys(times), async (tea) => {
      await sleep(times[tea] ?? 0);
      return `cup of ${tea}`;
    });
    return [...cups];
  },
  expect: Object.keys(times).map((tea) => `cup of ${tea}`),
});

export default check<typeof Answer>({
  scenes: [
    { name: 'the first is the slowest', ...boiling({ sage: 30, lime: 20, rose: 10 }) },
    { name: 'the last is the slowest', ...boiling({ fennel: 10, thyme: 20 }) },
  ],
  mistakes: {},
});
