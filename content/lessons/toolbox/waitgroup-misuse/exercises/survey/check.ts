import { check } from 'happens-before/check';
import { chan } from 'happens-before/go';
import type * as Answer from './solution';

type Cave = Record<string, string[]>;

/** Looks into `cave`; what is not in it has collapsed. */
const lookInto = (cave: Cave) => async (chamber: string) => {
  const passages = cave[chamber];
  if (passages === undefined) throw new Error('collapsed');
  return passages;
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one chamber',
      play: ({ survey }) => survey(lookInto({ den: [] }), 'den'),
      expect: ['den'],
    },
    {
      name: 'a chamber behind another',
      play: ({ survey }) =>
        survey(lookInto({ mouth: ['hall'], hall: [] }), 'mouth'),
      expect: ['hall', 'mouth'],
    },
    {
      name: 'a collapse',
      play: ({ survey }) =>
        survey(lookInto({ mouth: ['pit'] }), 'mouth'),
      expect: ['mouth'],
    },
    {
      name: 'two who meet',
      async play({ survey }) {
        const tunnel = chan<void>();
        const cave: Cave = { mouth: ['a', 'b'], a: [], b: [] };
        return await survey(async (chamber) => {
          if (chamber === 'a') await tunnel.send();
          if (chamber === 'b') await tunnel.receive();
          return await lookInto(cave)(chamber);
        }, 'mouth');
      },
      expect: ['a', 'b', 'mouth'],
    },
    {
      name: 'a collapse beside a chamber',
      play: ({ survey }) =>
        survey(lookInto({ mouth: ['pit', 'den'], den: [] }), 'mouth'),
      expect: ['den', 'mouth'],
    },
    {
      name: 'the mouth has collapsed',
      play: ({ survey }) => survey(lookInto({}), 'mouth'),
      expect: [],
    },
    {
      name: 'one waits for somebody who is deeper in',
      async play({ survey }) {
        const tunnel = chan<void>();
        const cave: Cave = { mouth: ['a', 'b'], a: [], b: ['c'], c: [] };
        return await survey(async (chamber) => {
          if (chamber === 'a') await tunnel.send();
          if (chamber === 'c') await tunnel.receive();
          return await lookInto(cave)(chamber);
        }, 'mouth');
      },
      expect: ['a', 'b', 'c', 'mouth'],
    },
  ],
  mistakes: {
    'looks-at-the-mouth-itself': {
      verdict: 'error',
      scene: 'the mouth has collapsed',
      say: 'The mouth has collapsed, and its error goes up to whoever asked for the survey. It is a chamber like the others: left out, and nothing behind it.',
    },
    'hall-by-hall': {
      verdict: 'deadlock',
      scene: 'one waits for somebody who is deeper in',
      say: 'Nobody goes deeper until all who are as deep have come back. Here one of them waits for somebody further in, who has not been sent. Whoever comes back can send on others at once, whatever the rest are doing.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'two who meet',
      say: 'One explorer goes everywhere, one chamber after the other. In this cave two have to be under way at the same time: each waits for the other in the tunnel.',
    },
    'waits-inside': {
      verdict: 'deadlock',
      code: /inside\.wait[^]*inside\.wait/,
      say: 'The explorer waits until the count is zero, and is in the count. It waits for itself.',
    },
    'no-way-out': {
      verdict: 'deadlock',
      scene: 'a collapse',
      say: 'Where the roof has come down, an explorer turns back and is never counted out. Which line is passed on every way, whatever happens?',
    },
    'no-catch': {
      verdict: 'error',
      scene: 'a collapse',
      say: 'The explorer is counted out, and its error goes up to nobody: in a goroutine, that ends the program. One chamber has collapsed, not the cave.',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /sleep\(|after\(/,
      say: 'However long main sleeps, an explorer may set out later. A pause makes the wrong order rarer, and this one it cannot rule out.',
    },
    'first-one-counted': {
      verdict: 'wrong-result',
      code: /chamber !== mouth/,
      say: 'The first explorer is counted in time now. The second counts itself when it sets out, and by then the first may be out and the count at zero.',
    },
    'counts-itself': {
      verdict: 'wrong-result',
      scene: 'one chamber',
      say: 'Each explorer counts itself when it sets out. Nobody has set out yet, the count is zero, and main goes home. Who knows for certain, and in time, that there will be one more?',
    },
    'waits-twice': {
      verdict: 'wrong-result',
      code: /inside\.wait\(\);\s*await inside\.wait/,
      say: 'The second wait finds the same zero as the first. That the count is zero says nothing about who will be counted in a moment.',
    },
    'done-before-the-passages': {
      verdict: 'wrong-result',
      code: /done\(\);\s*\}?\s*for \(/,
      say: 'The explorer is counted out and then sends on others. In between, the count is zero, though the cave goes on. What must come first?',
    },
  },
});
