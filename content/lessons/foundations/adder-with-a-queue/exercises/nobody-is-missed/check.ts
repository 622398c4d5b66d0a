import { check } from 'happens-before/check';
import { Lock } from 'happens-before/threading';
import type * as Answer from './solution';

/** What is in each box. One that is not here is locked. */
type Boxes = Record<string, string[]>;

const opening =
  (boxes: Boxes): Answer.Open =>
  async (box) => {
    const marbles = boxes[box];
    if (marbles === undefined) throw new Error(`${box} is locked`);
    return marbles;
  };

/** Opens no box before all `names` have been tried. */
function together(names: string[], open: Answer.Open): Answer.Open {
  const trying = new Lock();
  const allTried = new Lock();
  const tried = new Set<string>();
  return async (box) => {
    await trying.acquire();
    if (tried.size === 0) await allTried.acquire();
    tried.add(box);
    if (tried.size === names.length) allTried.release();
    trying.release();
    await allTried.acquire();
    allTried.release();
    return await open(box);
  };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two boxes that can be opened',
      async play({ countAll }) {
        const boxes = { left: ['red'], right: ['red', 'blue'] };
        return await countAll(['left', 'right'], opening(boxes));
      },
      expect: { marbles: 3, locked: [] },
    },
    {
      name: 'one of two boxes is locked',
      async play({ countAll }) {
        const boxes = { right: ['red', 'blue'] };
        return await countAll(['left', 'right'], opening(boxes));
      },
      expect: { marbles: 2, locked: ['left'] },
    },
    {
      name: 'both boxes are locked',
      play: async ({ countAll }) => await countAll(['b', 'a'], opening({})),
      expect: { marbles: 0, locked: ['b', 'a'] },
    },
    {
      name: 'boxes that open once all have been tried',
      async play({ countAll }) {
        const names = ['left', 'right'];
        const open = opening({ left: [], right: ['red'] });
        return await countAll(names, together(names, open));
      },
      expect: { marbles: 1, locked: [] },
    },
  ],
  mistakes: {
    'looks-whether-empty': {
      verdict: 'wrong-result',
      code: /empty\(\)|getNowait\(/,
      say: 'An empty queue does not mean that nothing will come. Here main looks before the workers have sent anything, and leaves.',
    },
    'gives-up': {
      verdict: 'wrong-result',
      code: /get\(\w+, /,
      say: 'Main waits for a second and then goes without the rest. In the order below a worker was slower than that, and its marbles are missing.',
    },
    'first-goodbye': {
      verdict: 'wrong-result',
      scene: 'two boxes that can be opened',
      code: /put\((null|undefined|'done'|'end')\)/,
      say: 'Each worker says goodbye when it is done, and main leaves at the first goodbye. How many will there be?',
    },
    'shared-total': {
      verdict: 'wrong-result',
      scene: 'two boxes that can be opened',
      code: /marbles \+= \(await open/,
      say: 'The queue hands out the work, and the total is shared as it was in the lesson before last: two workers read it before either has written. Let the counts go through a queue.',
    },
    'keeps-counting': {
      verdict: 'wrong-result',
      code: /put\((\w+)\)[\s\S]*\b\1\.\w+ \+=/,
      scene: 'two boxes that can be opened',
      say: 'The message is sent first and filled in afterwards. Main may read it at any time in between. What you have put into a queue is not yours any more.',
    },
    'stops-at-the-first': {
      verdict: 'wrong-result',
      scene: 'one of two boxes is locked',
      say: 'Main stops listening at the first locked box, and whatever is sent after that is not counted.',
    },
    'by-name': {
      verdict: 'wrong-result',
      scene: 'both boxes are locked',
      code: /\.sort\(\)/,
      say: 'The order no longer depends on who was first: good. But it is the order of the alphabet, and the one that was asked for is that of `boxes`.',
    },
    'nothing-is-locked': {
      verdict: 'wrong-result',
      got: { marbles: 1, locked: ['left'] },
      say: 'The left box was open. There was nothing in it, and a message with no marbles is what your locked boxes send, too. What could a message say besides a number?',
    },
    'in-order-of-arrival': {
      verdict: 'wrong-result',
      scene: 'both boxes are locked',
      say: 'Nobody is missed now. But the locked boxes are listed as their messages came in, and that can be either way round.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'boxes that open once all have been tried',
      say: 'The second box is tried only when the first worker has ended, and this first box waits for the second to be tried. Start them all.',
    },
    'catches-in-main': {
      verdict: 'deadlock',
      scene: 'one of two boxes is locked',
      code: /try \{\s*new Thread/,
      say: 'Starting the thread went well; the error comes later, and inside of it. A catch in main cannot see it, and main waits for a message that nobody sends.',
    },
    'no-message': {
      verdict: 'deadlock',
      scene: 'one of two boxes is locked',
      say: 'The worker whose box is locked ends without a word, and main still waits for it. How could it say that there is nothing to come?',
    },
  },
});
