import { check } from 'happens-before/check';
import { atomic, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

type Quit = Chan<void>;

const found = (...there: string[]) => async (shelf: string) =>
  there.includes(shelf);

/** Looks through `endless` until it is told to quit; `where` is a hit. */
const searching = (endless: string[], where: string) => {
  const open = new atomic.Int32();
  const look = async (shelf: string, quit: Quit) => {
    if (!endless.includes(shelf)) return shelf === where;
    open.add(1);
    await quit.receive();
    open.add(-1);
    return false;
  };
  return { open, look };
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'it is nowhere',
      play: ({ find }) => find(['attic', 'cellar'], 1, found()),
      expect: undefined,
    },
    {
      name: 'no shelves',
      play: ({ find }) => find([], 2, found()),
      expect: undefined,
    },
    {
      name: 'the first of three, one searcher',
      play: ({ find }) =>
        find(['hall', 'attic', 'cellar'], 1, found('hall')),
      expect: 'hall',
    },
    {
      name: 'one at a time',
      async play({ find }) {
        const open = new atomic.Int32();
        let most = 0;
        await find(['a', 'b'], 1, async () => {
          most = Math.max(most, open.add(1));
          open.add(-1);
          return false;
        });
        return most;
      },
      expect: 1,
      allowRaces: true,
    },
    {
      name: 'on both shelves',
      play: ({ find }) =>
        find(['left', 'right'], 2, found('left', 'right')),
      expect: (shelf: unknown) => shelf === 'left' || shelf === 'right',
    },
    {
      name: 'one shelf has no end',
      async play({ find }) {
        const { open, look } = searching(['barn'], 'desk');
        const hit = await find(['barn', 'desk'], 2, look);
        return [hit, open.load()];
      },
      expect: ['desk', 0],
    },
    {
      name: 'two shelves have no end',
      async play({ find }) {
        const { open, look } = searching(['barn', 'shed'], 'desk');
        const hit = await find(['barn', 'shed', 'desk'], 3, look);
        return [hit, open.load()];
      },
      expect: ['desk', 0],
    },
    {
      name: 'three hits, one searcher',
      play: ({ find }) => find(['hall', 'attic', 'cellar'], 1, found('hall', 'attic', 'cellar')),
      expect: (shelf: unknown) => shelf === 'hall',
    },
  ],
  mistakes: {
    'one-after-another': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*\bgo\()/,
      say: 'The search stands before the first shelf, which has no end, and nobody looks at the second. Let as many look as there are searchers.',
    },
    'everybody-at-once': {
      verdict: 'wrong-result',
      scene: 'one at a time',
      say: 'Each shelf has a searcher of its own. There was to be one, who takes the next shelf when the last is done.',
    },
    'tells-nobody': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*quit\.(close|send|onSend))/,
      say: 'You wait until everybody has ended, and somebody looks on until told to quit. Tell them first, then wait.',
    },
    'tells-one': {
      verdict: 'deadlock',
      code: /quit\.(send|onSend)\(/,
      say: 'A value on `quit` is received by one. What do all hear, and those who come to listen later too?',
    },
    'room-for-one-each': {
      verdict: 'deadlock',
      scene: 'three hits, one searcher',
      say: 'Each searcher has room for one hit, and this one has found three. You wait for it to end, and it waits for somebody who takes a hit. How many there will be, nobody knows beforehand.',
    },
    'closes-the-hits': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'You have closed `hits` in the face of a searcher who has found it too. Only when all searchers have ended does somebody know that nothing more will be sent.',
    },
    'room-for-the-hits': {
      verdict: 'wrong-result',
      scene: 'one shelf has no end',
      say: 'Nobody is stuck, but you are back before they are: when `find` returns, a searcher is still at a shelf. What tells you that the last of them has ended?',
    },
    'loader-does-not-listen': {
      verdict: 'leak',
      code: /^(?![\s\S]*jobs\.onSend)(?=[\s\S]*quit\.close)/,
      say: 'The searchers have gone, and the loader stands there with the next shelf in its hands. It has to listen to `quit` while it hands one out.',
    },
    'does-not-drain': {
      verdict: 'leak',
      say: 'You have your hit and are gone, and others are not: one may be at a shelf, and one may have a hit to hand in. Who receives it, and what tells you that they have all ended?',
    },
  },
});
