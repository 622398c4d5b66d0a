import { check } from 'happens-before/check';
import { chan } from 'happens-before/go';
import type * as Answer from './solution';

const serves =
  (...out: string[]) =>
  async (guest: string) =>
    out.includes(guest) ? undefined : `tea for ${guest}`;

export default check<typeof Answer>({
  scenes: [
    {
      name: 'Ann is in, Bo is out',
      play: ({ round }) => round(['Ann', 'Bo'], serves('Bo')),
      expect: ['tea for Ann', 'not in'],
    },
    {
      name: 'both are in',
      play: ({ round }) => round(['Cy', 'Dee'], serves()),
      expect: ['tea for Cy', 'tea for Dee'],
    },
    {
      name: 'Ann is at Bo’s',
      async play({ round }) {
        const door = chan<void>();
        return await round(['Ann', 'Bo'], async (guest) => {
          if (guest === 'Ann') await door.receive();
          else await door.send();
          return guest === 'Ann' ? undefined : 'tea for two';
        });
      },
      expect: ['not in', 'tea for two'],
    },
    {
      name: 'no guests',
      play: ({ round }) => round([], serves()),
      expect: [],
    },
  ],
  mistakes: {
    'waits-in-the-loop': {
      verdict: 'deadlock',
      scene: 'Ann is at Bo’s',
      say: 'The first waiter has to be back before the second leaves. Here the first one stands at a door that only the second can open.',
    },
    'one-too-many': {
      verdict: 'deadlock',
      code: /add\(1\)[\s\S]*for[\s\S]*add\(1\)/,
      say: 'All waiters are back, and the count is still 1. You have counted somebody who never left.',
    },
    'leaves-early': {
      verdict: 'deadlock',
      say: 'Bo is out, his waiter turns round, and nobody counts him back in. A way out without done is a wait without end.',
    },
    'counts-twice': {
      verdict: 'panic',
      message: /negative/,
      code: /done\(\)[\s\S]*done\(\)/,
      say: 'To be on the safe side, Bo’s waiter is counted down twice. The finally is on every way out already, the early return included.',
    },
    'counts-after-the-loop': {
      verdict: 'panic',
      message: /negative/,
      say: 'Nothing holds the waiters back until you have counted them. The first may be back before the count has begun, and then it goes below zero.',
    },
    'waits-a-minute': {
      verdict: 'wrong-result',
      code: /sleep\(|after\(/,
      say: 'A minute is no promise that they have left. In this order none of them has, the count is zero, and wait has nothing to wait for.',
    },
    'counts-inside': {
      verdict: 'wrong-result',
      code: /=>\s*{\s*out\.add\(/,
      say: 'Each waiter counts himself when he sets out, and main may look before anybody has. Who knows for sure, before main waits, that there will be a waiter?',
    },
    'done-first': {
      verdict: 'wrong-result',
      code: /=>\s*{\s*out\.done\(/,
      say: 'They are counted as back before they have left. Done is the last thing that a goroutine does.',
    },
    'done-at-the-door': {
      verdict: 'wrong-result',
      code: /done\(\);\s*(if|found)/,
      say: 'The waiter is counted as back with the tea still in his hand: there is something after done that matters, and main no longer waits for it.',
    },
  },
});
