import { check } from 'happens-before/check';
import { chan } from 'happens-before/go';
import type * as Answer from './solution';

type Prices = Record<string, number>;

/** A shop that answers when all items have been asked for. */
async function shopping({ checkout }: typeof Answer, prices: Prices) {
  const items = Object.keys(prices);
  const answers = chan<boolean>();
  const shop = { asked: 0 };

  return await checkout(items, async (item) => {
    shop.asked += 1;
    if (shop.asked === items.length) answers.close();
    else await answers.receive();
    return prices[item]!;
  });
}

// One thread: nobody comes between two lines without an await.
const oneThread = { mode: 'cooperative', allowRaces: true } as const;

export default check<typeof Answer>({
  scenes: [
    {
      ...oneThread,
      name: 'tea and milk',
      async play({ checkout }) {
        const prices: Prices = { tea: 3, milk: 4 };
        return await checkout(
          ['tea', 'milk'],
          async (item) => prices[item]!,
        );
      },
      expect: 7,
    },
    {
      ...oneThread,
      name: 'a shop that answers when it has heard everything',
      async play(answer) {
        return await shopping(answer, { tea: 5, rice: 20, salt: 100 });
      },
      expect: 125,
    },
    {
      ...oneThread,
      name: 'tea twice',
      play: async ({ checkout }) => await checkout(['tea', 'tea'], async () => 3),
      expect: 6,
    },
    {
      ...oneThread,
      name: 'an empty cart',
      play: async ({ checkout }) => await checkout([], async () => 1),
      expect: 0,
    },
  ],
  mistakes: {
    'does-not-wait': {
      verdict: 'wrong-result',
      got: 0,
      say: 'Each addition is right now, and the total is handed over before any price has come. Who waits for the additions?',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'a shop that answers when it has heard everything',
      say: 'You wait for the first price before you ask for the second, and this shop wants to hear both first. Ask for all, then wait for all.',
    },
    'one-of-each': {
      verdict: 'wrong-result',
      scene: 'tea twice',
      say: 'No price is lost between two awaits any more. But the prices are kept by item, and whoever puts tea into the cart twice pays for it once.',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /\bsleep\(/,
      say: 'The pause only moves the accident: when it is over, the total is read, and then comes the wait for the price. Look at what stands on both sides of the await.',
    },
    'waits-again': {
      verdict: 'wrong-result',
      code: /= total;\s*await/,
      say: 'The price is there before the total is read: good. Then there is one more await before the total is written, and one is enough to let somebody in.',
    },
    'in-one-line': {
      verdict: 'wrong-result',
      code: /= \S*total \+ \(?await|\+= \(?await/,
      say: 'Read the line from left to right, as the machine does: it reads the total, then waits for the price, then adds it to what the total was before.',
    },
    'reads-first': {
      verdict: 'wrong-result',
      code: /= total;[\s\S]*await price/,
      say: 'Now it is easy to see: the total is read before the wait, and used after it. In between, everybody else has read the same total.',
    },
    'keeps-the-last': {
      verdict: 'wrong-result',
      code: /total = await/,
      say: 'Nothing is added up any more: each price takes the place of the one before it.',
    },
  },
});
