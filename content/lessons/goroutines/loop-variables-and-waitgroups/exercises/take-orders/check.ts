import { check } from 'happens-before/check';
import { chan } from 'happens-before/go';
import type * as Answer from './solution';

const wishes = (wish: Record<string, string>) => async (guest: string) => wish[guest] ?? 'nothing';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'Ann and Bo',
      play: ({ takeOrders }) => takeOrders(['Ann', 'Bo'], wishes({ Ann: 'tea', Bo: 'milk' })),
      expect: ['Ann: tea', 'Bo: milk'],
    },
    {
      name: 'Bo has what Cy has',
      async play({ takeOrders }) {
        const overheard = chan<string>();
        return await takeOrders(['Bo', 'Cy'], async (guest) => {
          if (guest === 'Bo') return (await overheard.receive()) ?? 'nothing';
          await overheard.send('cocoa');
          return 'cocoa';
        });
      },
      expect: ['Bo: cocoa', 'Cy: cocoa'],
    },
    {
      name: 'another evening, one guest',
      play: ({ takeOrders }) => takeOrders(['Dee'], wishes({ Dee: 'water' })),
      expect: ['Dee: water'],
    },
    {
      name: 'two Anns',
      play: ({ takeOrders }) => takeOrders(['Ann', 'Ann'], wishes({ Ann: 'coffee' })),
      expect: ['Ann: coffee', 'Ann: coffee'],
    },
    {
      name: 'nobody',
      play: ({ takeOrders }) => takeOrders([], wishes({})),
      expect: [],
    },
  ],
  mistakes: {
    'fixed-menu': {
      verdict: 'wrong-result',
      scene: 'Bo has what Cy has',
      code: /tea|milk/,
      say: 'You know what Ann and Bo had last time. Tonight they are asked, and what they say is what has to be written down.',
    },
    'counts-inside': {
      verdict: 'wrong-result',
      code: /\.add\(1\)/,
      say: 'Nobody has counted the waiters when main comes to wait: they count themselves, and they may begin late. Count in the loop, before each of them starts.',
    },
    'asks-in-the-loop': {
      verdict: 'deadlock',
      code: /,\s*await ask\(/,
      say: 'What stands in the brackets of go is worked out by main, before there is a waiter. So main asks the guests itself, one after the other, and Bo waits for Cy.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'Bo has what Cy has',
      say: 'With the wait inside the loop, there is one waiter at a time, and the slate is his alone. But Bo wants what Cy has, and Cy is not asked before Bo has answered.',
    },
    'as-they-come': {
      verdict: 'wrong-result',
      code: /push\(/,
      say: 'The answers are in the list as they came, and the last to be asked may be the first to answer. Give each waiter a place of his own to write to.',
    },
    'a-pause': {
      verdict: 'wrong-result',
      code: /sleep\(|after\(/,
      say: 'The pause lets the waiter look at the slate before you wipe it, if he is in the mood. There is an order in which he is not.',
    },
    'locks-the-slate': {
      verdict: 'wrong-result',
      code: /lock\(/,
      say: 'There is no race any more, and it is as wrong as before. The lock keeps two from using the slate at once. It does not keep what is written on it until the waiter comes.',
    },
    'looks-for-the-name': {
      verdict: 'wrong-result',
      scene: 'two Anns',
      say: 'Two guests are called Ann tonight, and whoever looks for the name finds the first of them twice. The round of the loop knows which place it is about.',
    },
    'copies-too-late': {
      verdict: 'wrong-result',
      code: /=>\s*{\s*const \w+ = \w+;/,
      say: 'The waiter copies the slate when he begins to walk. By then, main may have written the next place on it. Who can copy it in time?',
    },
    'only-the-loop': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*let (place|i|at)\b)[\s\S]*let wish/,
      say: 'Each waiter knows his guest now. But there is still one slate for what the guests want, and two of them answer at the same time.',
    },
    'only-the-wish': {
      verdict: 'wrong-result',
      code: /const wish/,
      say: 'Each waiter keeps his guest’s wish to himself now. But which guest? That is still on a slate that main keeps wiping.',
    },
  },
});
