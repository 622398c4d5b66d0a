import { check } from 'happens-before/check';
import { Mutex, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

class Shelf implements Answer.Locked<Answer.Stock> {
  #mu = new Mutex();
  #stock: Answer.Stock;

  constructor(counts: Record<string, number>) {
    const entries = Object.entries(counts);
    this.#stock = entries.map(([name, count]) => ({ name, count }));
  }

  async with<R>(
    use: (stock: Answer.Stock) => R,
  ): Promise<Awaited<R>> {
    await this.#mu.lock();
    try {
      return await use(this.#stock);
    } finally {
      this.#mu.unlock();
    }
  }
}

/** One piece of the first becomes one piece of the second. */
const relabel = (shelf: Shelf) =>
  shelf.with(async ([first, second]) => {
    first!.count -= 1;
    second!.count += 1;
  });

const text = (lines: Iterable<unknown>) =>
  [...lines].map(String).join(', ');

export default check<typeof Answer>({
  scenes: [
    {
      name: 'nobody else is there',
      async play({ list }) {
        const shelf = new Shelf({ tea: 3, jam: 0 });
        return text(await list(shelf));
      },
      expect: 'tea: 3, jam: 0',
    },
    {
      name: 'the list is read later',
      async play({ list }) {
        const shelf = new Shelf({ sugar: 9, salt: 1 });
        const lines = await list(shelf);
        await relabel(shelf);
        return text(lines);
      },
      expect: 'sugar: 9, salt: 1',
    },
    {
      name: 'a label is put on another thing',
      async play({ list }) {
        const shelf = new Shelf({ green: 7, black: 4 });
        const wg = new WaitGroup();
        wg.go(async () => {
          await relabel(shelf);
        });
        const lines = await list(shelf);
        await wg.wait();
        return text(lines);
      },
      expect: (lines: string) =>
        lines === 'green: 7, black: 4' ||
        lines === 'green: 6, black: 5',
    },
    {
      name: 'something new comes',
      async play({ list }) {
        const shelf = new Shelf({ tea: 2 });
        const wg = new WaitGroup();
        wg.go(async () => {
          await shelf.with(async (stock) => {
            stock[0]!.count = 0;
            stock.push({ name: 'cake', count: 5 });
          });
        });
        const lines = await list(shelf);
        await wg.wait();
        return text(lines);
      },
      expect: (lines: string) =>
        lines === 'tea: 2' || lines === 'tea: 0, cake: 5',
    },
  ],
  mistakes: {
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'nobody else is there',
      say: '`with` has to wait for the lock, so it gives you a promise. You return the list before the first line is written.',
    },
    'looks-twice': {
      verdict: 'deadlock',
      say: 'You are inside already, and go in again. A lock does not know that it is you.',
    },
    'one-by-one': {
      verdict: 'wrong-result',
      code: /(\.with[\s\S]*){2}/,
      say: 'Each look is well guarded. Between two of them somebody moves a thing, and it is on your list twice, or not at all. One moment takes one `with`.',
    },
    'live-lines': {
      verdict: 'wrong-result',
      scene: 'the list is read later',
      say: 'What you carry out asks the shelf when it is read, and by then the lock is long free. It has to be written down while you are inside.',
    },
    'copies-outside': {
      verdict: 'wrong-result',
      code: /structuredClone|JSON\.parse/,
      say: 'A copy of all of it is a good idea, in the wrong place: you make it when the lock is free again.',
    },
    'copies-the-array': {
      verdict: 'wrong-result',
      code: /\[\.\.\.\w+\]\)|slice\(/,
      say: 'The array is a new one, and in it are the old things: each `{ name, count }` is still the one on the shelf. A copy has to go as deep as the changes do.',
    },
    'an-iterator': {
      verdict: 'wrong-result',
      code: /\.(entries|values)\(\)\)/,
      say: 'An iterator has copied nothing. It goes through the stock when you ask it, which is after the lock was given back.',
    },
    'takes-it-out': {
      verdict: 'wrong-result',
      say: 'You take the stock itself out of the box. From then on there are two ways to it, and only one of them has a lock.',
    },
  },
});
