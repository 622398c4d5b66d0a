import { check } from 'happens-before/check';
import { Event, Lock, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

const chest = (id: number, item: string): Answer.Chest => ({
  id,
  item,
  lock: new Lock(),
});

const started = (name: string, target: () => Promise<void>) => {
  const thread = new Thread({ name, target });
  thread.start();
  return thread;
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'there and back',
      async play({ swap }) {
        const one = chest(4, 'gold');
        const two = chest(3, 'silver');
        const ann = started('Ann', () => swap(one, two));
        const bea = started('Bea', () => swap(two, one));
        await ann.join();
        await bea.join();
        return [one.item, two.item];
      },
      expect: ['gold', 'silver'],
    },
    {
      name: 'a chest and itself',
      async play({ swap }) {
        const one = chest(1, 'gold');
        await swap(one, one);
        return one.item;
      },
      expect: 'gold',
    },
    {
      name: 'somebody counts meanwhile',
      async play({ swap }) {
        const one = chest(1, 'gold');
        const two = chest(2, 'silver');
        const seen: string[] = [];
        const clerk = started('clerk', async () => {
          await two.lock.with(async () => {
            seen.push(two.item);
          });
        });
        await swap(one, two);
        await clerk.join();
        return [one.item, two.item, seen.length];
      },
      expect: ['silver', 'gold', 1],
    },
    {
      name: 'another chest is in use for long',
      async play({ swap }) {
        const [one, two] = [chest(1, 'gold'), chest(2, 'silver')];
        const [old, odd] = [chest(3, 'tin'), chest(4, 'rust')];
        const swapped = new Event();
        await old.lock.acquire();
        const ann = started('Ann', () => swap(old, odd));
        const bea = started('Bea', async () => {
          await swap(two, one);
          swapped.set();
        });
        await swapped.wait();
        old.lock.release();
        await ann.join();
        await bea.join();
        return [one, two, old, odd].map(({ item }) => item);
      },
      expect: ['silver', 'gold', 'rust', 'tin'],
    },
  ],
  mistakes: {
    'by-what-is-in-it': {
      verdict: 'race',
      code: /\.item < |\.item > /,
      say: 'An order is what it takes. But you sort by what is in the chests, and that is just what others are changing; you also look without holding a lock. Sort by something that stays.',
    },
    'sleeps-between': {
      verdict: 'deadlock',
      code: /sleep\(/,
      say: 'While you sleep, you hold one lock, and the other thread has all the time in the world to take the other. The pause makes it more likely.',
    },
    'one-at-a-time-inside': {
      verdict: 'deadlock',
      scene: 'another chest is in use for long',
      say: 'No circle any more, as only one may be on the way at a time. But the one who is, waits for a chest that is in use, and keeps everybody else from chests that are free.',
    },
    'with-itself': {
      verdict: 'deadlock',
      scene: 'a chest and itself',
      code: /\.id\b/,
      say: 'The order is right. Here somebody swaps a chest with itself, and waits for a lock that they hold.',
    },
    're-entrant': {
      verdict: 'deadlock',
      code: /RLock/,
      say: 'An RLock lets the same thread in again. Here two different threads stand in each other’s way, and it helps neither.',
    },
    'as-given': {
      verdict: 'deadlock',
      say: 'Each thread has the chest that it was given first, and waits for the one that the other was given first.',
    },
    'goes-on-without': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*if \(!?\(?await)[\s\S]*acquire\(true, /,
      say: 'When the second is over you go on, with one lock or with two. A timeout that nobody looks at turns a deadlock into a race.',
    },
    'gives-up': {
      verdict: 'wrong-result',
      code: /acquire\((true, |false)/,
      say: 'Nobody waits for ever, and somebody has not swapped. If you give up, you have to let go of what you hold and begin anew; or see to it that nobody has to give up.',
    },
    'never-both': {
      verdict: 'wrong-result',
      code: /(\.with\([\s\S]*){3}/,
      say: 'Nobody holds two locks, so nobody is stuck. But while you hold none, another swap comes between your looking and your putting back.',
    },
    'one-big-lock': {
      verdict: 'race',
      code: /new Lock\(\)/,
      say: 'The swaps no longer meet each other. The clerk, who goes by the chest’s own lock as agreed, meets them all the same.',
    },
  },
});
