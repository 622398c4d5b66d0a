import { check } from 'happens-before/check';
import { RWMutex, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** Gives lengths as prices, and remembers what it was asked for. */
function shop() {
  const asked: string[] = [];
  const load = async (item: string) => {
    asked.push(item);
    return item.length;
  };
  return { asked, load };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two want the same thing',
      async play({ PriceList }) {
        const { asked, load } = shop();
        const list = new PriceList(new RWMutex(), load);
        const wg = new WaitGroup();
        const got = [0, 0];
        for (const place of [0, 1])
          wg.go(async () => {
            got[place] = await list.priceOf('tea');
          });
        await wg.wait();
        return [...got, asked.length];
      },
      expect: [3, 3, 1],
    },
    {
      name: 'one after the other',
      async play({ PriceList }) {
        const { asked, load } = shop();
        const list = new PriceList(new RWMutex(), load);
        const got = [
          await list.priceOf('cake'),
          await list.priceOf('scones'),
          await list.priceOf('cake'),
        ];
        return [...got, ...asked];
      },
      expect: [4, 6, 4, 'cake', 'scones'],
    },
    {
      name: 'water costs nothing',
      async play({ PriceList }) {
        let asked = 0;
        const list = new PriceList(new RWMutex(), async () => {
          asked += 1;
          return 0;
        });
        return [await list.priceOf('water'), await list.priceOf('water'), asked];
      },
      expect: [0, 0, 1],
    },
    {
      name: 'somebody else reads meanwhile',
      async play({ PriceList }) {
        const { load } = shop();
        const mu = new RWMutex();
        const list = new PriceList(mu, load);
        await list.priceOf('bread');
        await mu.rLock();
        const price = await list.priceOf('bread');
        mu.rUnlock();
        return price;
      },
      expect: 5,
    },
    {
      name: 'the shop is closed, and opens',
      async play({ PriceList }) {
        let isOpen = false;
        const list = new PriceList(new RWMutex(), async (item) => {
          if (!isOpen) throw new Error('closed');
          return item.length;
        });
        const said: unknown[] = [];
        try {
          said.push(await list.priceOf('jam'));
        } catch (error) {
          said.push((error as Error).message);
        }
        isOpen = true;
        said.push(await list.priceOf('jam'));
        return said;
      },
      expect: ['closed', 3],
    },
  ],
  mistakes: {
    'writes-as-a-reader': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*\.(lock|tryLock)\()/,
      say: 'A read lock lets others read beside you. It does not let you write: two of you change the map at the same time, or ask the shop at the same time.',
    },
    upgrades: {
      verdict: 'deadlock',
      scene: 'two want the same thing',
      say: 'A writer waits until all readers have left. One of them is you. A read lock cannot be turned into a write lock; you have to leave first.',
    },
    'always-writes': {
      verdict: 'deadlock',
      scene: 'somebody else reads meanwhile',
      say: 'It is right, and nobody can look at the list while anybody else does. Then a plain Mutex would do. A price that is known can be read beside other readers.',
    },
    'two-locks': {
      verdict: 'race',
      code: /new (RWMutex|Mutex)\(/,
      say: 'Those who read take one lock, those who write another, and two locks do not know of each other. Somebody reads the map while it is written.',
    },
    'looks-without': {
      verdict: 'race',
      say: 'The first look is without a lock, and somebody may be writing at that moment. A map that is being changed is in no state to be read.',
    },
    'keeps-it-on-error': {
      verdict: 'deadlock',
      scene: 'the shop is closed, and opens',
      say: 'When `load` fails, the lock stays locked. The next one who asks waits for ever, though the shop is open again.',
    },
    'nothing-is-not-known': {
      verdict: 'wrong-result',
      scene: 'water costs nothing',
      say: 'The price of water is known: it is 0. Your question takes 0 for “not known”, and the shop is asked each time.',
    },
    'not-yet-loaded': {
      verdict: 'wrong-result',
      code: /set\(item, (0|NaN|-1)/,
      say: 'You put down a note that somebody is on the way to the shop, and the other one takes the note for the price.',
    },
    'loads-outside': {
      verdict: 'wrong-result',
      got: [3, 3, 2],
      code: /load\(item\);\s*await this\.mu\.lock/,
      say: 'Nobody waits for the shop while holding the lock, which is kind. But both go to the shop, since nothing says that one of them is on the way.',
    },
    'looks-once': {
      verdict: 'wrong-result',
      got: [3, 3, 2],
      say: 'Between `rUnlock` and `lock` there is a gap, and in the gap somebody else may do just what you are about to do. What you saw before the gap is old by then.',
    },
  },
});
