import { check } from 'happens-before/check';
import { chan, go } from 'happens-before/go';
import type * as Answer from './solution';

const french = async (): Promise<[string, string][]> => [
  ['sea', 'mer'],
  ['salt', 'sel'],
];

/** Asks all of them at the same time. */
async function together(...asks: (() => Promise<unknown>)[]) {
  const answers = asks.map((ask) => {
    const answer = chan<unknown>(1);
    go(async () => answer.send(await ask()));
    return answer;
  });
  const all: unknown[] = [];
  for (const answer of answers)
    all.push(await answer.receive());
  return all;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two ask at the same time',
      async play({ PhraseBook }) {
        const book = new PhraseBook(french);
        return together(
          () => book.lookUp('sea'),
          () => book.lookUp('salt'),
        );
      },
      expect: ['mer', 'sel'],
    },
    {
      name: 'two ask, and then one more',
      async play({ PhraseBook }) {
        const book = new PhraseBook(french);
        await together(
          () => book.lookUp('sea'),
          () => book.lookUp('fog'),
        );
        return [await book.lookUp('salt'), await book.loads()];
      },
      expect: ['sel', 1],
    },
    {
      name: 'the first load fails',
      async play({ PhraseBook }) {
        let isTorn = true;
        const book = new PhraseBook(async () => {
          if (!isTorn) return [['tea', 'thé']];
          isTorn = false;
          throw new Error('torn');
        });
        let first: unknown;
        try {
          first = await book.lookUp('tea');
        } catch (error) {
          first = (error as Error).message;
        }
        const then = await book.lookUp('tea');
        return [first, then, await book.loads()];
      },
      expect: ['torn', 'thé', 2],
    },
    {
      name: 'the metrics look while it loads',
      async play({ PhraseBook }) {
        const looked = chan<void>();
        const book = new PhraseBook(async () => {
          await looked.receive();
          return [['ice', 'glace']];
        });
        const [phrase, loads] = await together(
          () => book.lookUp('ice'),
          async () => {
            const seen = await book.loads();
            looked.close();
            return seen <= 1;
          },
        );
        return [phrase, loads];
      },
      expect: ['glace', true],
    },
    {
      name: 'the metrics look when it has begun to load',
      async play({ PhraseBook }) {
        const begun = chan<void>();
        const looked = chan<void>();
        const book = new PhraseBook(async () => {
          begun.close();
          await looked.receive();
          return [['bay', 'baie']];
        });
        return together(
          () => book.lookUp('bay'),
          async () => {
            await begun.receive();
            const seen = await book.loads();
            looked.close();
            return seen;
          },
        );
      },
      expect: ['baie', 1],
    },
    {
      name: 'a book with nothing in it',
      async play({ PhraseBook }) {
        const book = new PhraseBook(async () => []);
        return [
          await book.lookUp('pie'),
          await book.lookUp('jam'),
          await book.loads(),
        ];
      },
      expect: [undefined, undefined, 1],
    },
  ],
  mistakes: {
    'each-for-itself': {
      verdict: 'wrong-result',
      scene: 'two ask, and then one more',
      code: /^(?![\s\S]*(Mutex|Once))[\s\S]*atomic/,
      say: 'Nothing is shared, so nothing races, and everybody loads the whole book for one word. It should be loaded once.',
    },
    'fills-what-all-can-see': {
      verdict: 'wrong-result',
      scene: 'the first load fails',
      code: /#mu\.lock[\s\S]*= new Map\(\);/,
      say: 'The book was put on the shelf before it was filled, and then the load failed. What is on the shelf now is an empty book.',
    },
    'tries-once': {
      verdict: 'wrong-result',
      scene: 'the first load fails',
      say: 'The first attempt failed, and a Once remembers that it was tried. Whoever asks later gets nothing, and no error.',
    },
    'keeps-the-lock-on-errors': {
      verdict: 'deadlock',
      scene: 'the first load fails',
      say: 'The load failed, and the error took the way out that does not unlock.',
    },
    'metrics-wait': {
      verdict: 'deadlock',
      scene: 'the metrics look while it loads',
      say: 'The metrics wait until the book is loaded, since the lock is held meanwhile. Whoever wants to know why loading takes so long has to wait for it.',
    },
    'metrics-just-read': {
      verdict: 'race',
      scene: 'the metrics look while it loads',
      say: 'The number is written under the lock and read without it. A lock protects from those who take it.',
    },
    'locks-only-to-write': {
      verdict: 'race',
      code: /const phrases = await this\.#read\(\);\s*await this\.#mu\.lock/,
      say: 'The write is locked, and the look before it is not: two find no book, and both load it. And nothing orders that look and the write.',
    },
    'looks-before-it-locks': {
      verdict: 'race',
      code: /=== undefined\) \{\s*await this\.#mu\.lock/,
      say: 'The first look is there to save the lock, and it is the race: it reads while somebody who has the lock writes.',
    },
    'counts-afterwards': {
      verdict: 'wrong-result',
      scene: 'the metrics look when it has begun to load',
      say: 'It counts a load when it is over. Whoever looks while one hangs, which is when one looks, is told that there is none.',
    },
    'empty-is-not-loaded': {
      verdict: 'wrong-result',
      scene: 'a book with nothing in it',
      say: 'It takes an empty book for one that was not loaded, and loads it again for each question. “Not yet” and “nothing in it” are two things.',
    },
  },
});
