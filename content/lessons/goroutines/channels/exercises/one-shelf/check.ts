import { check } from 'happens-before/check';
import { chan } from 'happens-before/go';
import type * as Answer from './solution';

type Baker = Parameters<typeof Answer.openShelf>[0][number];

const bakes =
  (...loaves: string[]): Baker =>
  async (shelf) => {
    for (const loaf of loaves) await shelf.send(loaf);
  };

async function sold({ openShelf }: typeof Answer, bakers: Baker[]) {
  const loaves: string[] = [];
  for await (const loaf of openShelf(bakers)) loaves.push(loaf);
  return loaves;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one baker, two loaves',
      play: (answer) => sold(answer, [bakes('rye', 'oat')]),
      expect: ['rye', 'oat'],
    },
    {
      name: 'two bakers',
      async play(answer) {
        const loaves = await sold(answer, [bakes('bun'), bakes('pie')]);
        return loaves.sort();
      },
      expect: ['bun', 'pie'],
    },
    {
      name: 'no bakers',
      play: (answer) => sold(answer, []),
      expect: [],
    },
    {
      name: 'two bakers and one whisk',
      async play(answer) {
        const whisk = chan<string>();
        const loaves = await sold(answer, [
          async (shelf) => {
            await whisk.receive();
            await shelf.send('cake');
          },
          async () => {
            await whisk.send('the whisk');
          },
        ]);
        return loaves;
      },
      expect: ['cake'],
    },
  ],
  mistakes: {
    'never-closes': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*close\()/,
      say: 'All loaves are sold, and the customer still stands at the shelf. Nobody has said that there will be no more.',
    },
    'one-by-one': {
      verdict: 'deadlock',
      scene: 'two bakers and one whisk',
      say: 'One baker begins when the other has finished. Here the first needs a whisk that the second has, so neither gets anywhere. Let them work at the same time.',
    },
    'a-sleep-before': {
      verdict: 'wrong-result',
      code: /sleep\(|after\(/,
      say: 'A minute on the clock says nothing about the bakers: there is an order in which one has a loaf in hand when the shelf is closed. What could be waited for instead?',
    },
    'adds-inside': {
      verdict: 'wrong-result',
      code: /async[^}]*\.add\(/,
      say: 'The bakers count themselves in, and they may do it late. Until the first does, the count is zero, and the waiting is over before it has begun.',
    },
    'closes-at-once': {
      verdict: 'wrong-result',
      scene: 'one baker, two loaves',
      got: [],
      say: 'You close the shelf right after the bakers have been started. They have not sent a single loaf. Who could wait for them, while you return the shelf?',
    },
    'last-in-the-list': {
      verdict: 'wrong-result',
      code: /length - 1|\.at\(-1\)/,
      say: 'The last baker in the list closes the shelf. He was started last; that does not mean that he is the last to finish.',
    },
    'first-closes': {
      verdict: 'wrong-result',
      code: /Once\b/,
      say: 'It is closed only once, and by the first who is done. The others have loaves to bring. It should be the last; and who is the last, only somebody who counts can know.',
    },
    'counts-by-hand': {
      verdict: 'race',
      code: /-= 1|--/,
      say: 'The right idea: the last one closes. But two bakers may count down at the same moment, and a plain number is not made for that. There is a counter that is.',
    },
    'catches-the-panic': {
      verdict: 'wrong-result',
      code: /catch/,
      say: 'The panic is caught, and the loaf that could not be sent is gone. It was the news that somebody closed too soon; do not silence it, prevent it.',
    },
  },
});
