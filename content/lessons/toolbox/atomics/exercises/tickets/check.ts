import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** What `people` get who all come at once, the least first. */
async function rush(tickets: Answer.Tickets, people: number) {
  const wg = new WaitGroup();
  const got: (number | undefined)[] = Array(people).fill(0);
  for (let i = 0; i < people; i++)
    wg.go(async () => {
      got[i] = await tickets.take();
    });
  await wg.wait();
  return got.map((ticket) => ticket ?? 'none').sort();
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two come, and then a third',
      async play({ Tickets }) {
        const tickets = new Tickets(5);
        const got = await rush(tickets, 2);
        const third = await tickets.take();
        return [...got, third, await tickets.taken()];
      },
      expect: [1, 2, 3, 3],
    },
    {
      name: 'two come, and one is left',
      async play({ Tickets }) {
        const tickets = new Tickets(3);
        const got = [await tickets.take(), await tickets.take()];
        return [...got, ...(await rush(tickets, 2))];
      },
      expect: [1, 2, 3, 'none'],
    },
    {
      name: 'somebody comes too late, another counts',
      async play({ Tickets }) {
        const tickets = new Tickets(2);
        await tickets.take();
        await tickets.take();
        const wg = new WaitGroup();
        wg.go(async () => {
          await tickets.take();
        });
        const counted = await tickets.taken();
        await wg.wait();
        return [counted, await tickets.taken()];
      },
      expect: [2, 2],
    },
    {
      name: 'somebody comes, another counts',
      async play({ Tickets }) {
        const tickets = new Tickets(9);
        await tickets.take();
        const wg = new WaitGroup();
        wg.go(async () => {
          await tickets.take();
        });
        const counted = await tickets.taken();
        await wg.wait();
        return [counted, await tickets.taken()];
      },
      expect: ([before, after]: number[]) =>
        (before === 1 || before === 2) && after === 2,
    },
  ],
  mistakes: {
    'a-plain-number': {
      verdict: 'wrong-result',
      code: /this\.last (\+=|= this\.last)|this\.last\+\+|\+\+this\.last/,
      say: 'A plain number is read, added to and written in separate steps. Now two can even get the number that one of them wrote over.',
    },
    'tries-once': {
      verdict: 'wrong-result',
      code: /compareAndSwap/,
      say: 'The swap fails when somebody else was quicker. That does not mean that no ticket is left. Whoever was in the way deserves another try.',
    },
    swaps: {
      verdict: 'wrong-result',
      code: /\.swap\(/,
      say: 'The swap tells you whose number you took the place of, so the two get different ones. But both put the same number there, and whoever comes next gets one that is taken.',
    },
    'looks-then-stores': {
      verdict: 'wrong-result',
      code: /\.store\(/,
      say: 'Each of the two operations is one step. Between them, the other one does the same, and both store the same number.',
    },
    'looks-then-adds': {
      verdict: 'wrong-result',
      code: /load\(\) \+ 1/,
      say: 'The addition is right, and you do not look at what it gives. What you return was worked out before it, when somebody else could still come in between.',
    },
    'checks-first': {
      verdict: 'wrong-result',
      scene: 'two come, and one is left',
      code: /return this\.last\.add\(1\)/,
      say: 'No number is given out twice. But two look while one ticket is left, and both go on to take one. The look has to be part of the taking.',
    },
    'puts-it-back': {
      verdict: 'wrong-result',
      scene: 'somebody comes too late, another counts',
      code: /add\(-1\)/,
      say: 'For a moment there are more tickets taken than there are. You put it back, and in between somebody has counted.',
    },
    'counts-those-turned-away': {
      verdict: 'wrong-result',
      scene: 'somebody comes too late, another counts',
      say: 'The number goes up for those who come too late, as well. They have taken nothing.',
    },
    'adds-then-looks': {
      verdict: 'wrong-result',
      code: /add\(1\);[^}]*\.load\(\)/,
      say: 'Each adds one, and then looks what the number is. By then it may be somebody else’s.',
    },
  },
});
