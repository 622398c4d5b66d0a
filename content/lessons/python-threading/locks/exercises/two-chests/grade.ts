import { check } from 'happens-before/check';
import { Lock, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

const chest = (id: number, item: string): Answer.Chest => ({ id, item, lock: new Lock() });

/** Scenes that no page ships. */
export default check<typeof Answer>({
  scenes: [
    {
      name: 'three in a ring, two at a time',
      async play({ swap }) {
        const [one, two, three] = [chest(7, 'jade'), chest(9, 'pearl'), chest(8, 'opal')];
        const threads = [() => swap(one, two), () => swap(two, three)].map((target) => new Thread({ target }));
        for (const thread of threads) thread.start();
        for (const thread of threads) await thread.join();
        return [one.item, two.item, three.item].sort();
      },
      expect: ['jade', 'opal', 'pearl'],
    },
    {
      name: 'the larger number first',
      async play({ swap }) {
        const [one, two] = [chest(20, 'salt'), chest(10, 'silk')];
        await swap(one, two);
        return [one.item, two.item, one.lock.locked(), two.lock.locked()];
      },
      expect: ['silk', 'salt', false, false],
    },
  ],
  mistakes: {},
});
