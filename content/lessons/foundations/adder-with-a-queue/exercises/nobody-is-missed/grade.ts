import { check } from 'happens-before/check';
import type * as Answer from './solution';

const opening =
  (boxes: Record<string, string[]>): Answer.Open =>
  async (box) => {
    const marbles = boxes[box];
    if (marbles === undefined) throw new Error(`${box} is locked`);
    return marbles;
  };

/** Scenes that no page ships. */
export default check<typeof Answer>({
  scenes: [
    {
      name: 'the last of two is locked',
      play: async ({ countAll }) => await countAll(['p', 'q'], opening({ p: ['a', 'b', 'c', 'd'] })),
      expect: { marbles: 4, locked: ['q'] },
    },
    {
      name: 'one empty box',
      play: async ({ countAll }) => await countAll(['p'], opening({ p: [] })),
      expect: { marbles: 0, locked: [] },
    },
  ],
  mistakes: {},
});
