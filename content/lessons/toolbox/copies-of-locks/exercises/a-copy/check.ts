import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** What `tally` has counted of tea and of cake. */
const look = async (tally: Answer.Tally) => [
  await tally.countOf('tea'),
  await tally.countOf('cake'),
];

export default check<typeof Answer>({
  scenes: [
    {
      name: 'both are used afterwards',
      async play({ Tally }) {
        const first = new Tally();
        await first.addAll(['tea', 'tea', 'cake']);
        const copy = await first.copy();
        await first.addAll(['tea']);
        await copy.addAll(['cake', 'cake']);
        return [...(await look(first)), ...(await look(copy))];
      },
      expect: [3, 1, 2, 3],
    },
    {
      name: 'somebody adds meanwhile',
      async play({ Tally }) {
        const first = new Tally();
        await first.addAll(['cake', 'tea']);
        const wg = new WaitGroup();
        wg.go(async () => {
          await first.addAll(['tea', 'cake']);
        });
        const copy = await first.copy();
        await wg.wait();
        return await look(copy);
      },
      expect: ([tea, cake]: number[]) =>
        tea === cake && (tea === 1 || tea === 2),
    },
    {
      name: 'the original is locked',
      async play({ Tally }) {
        const first = new Tally();
        await first.addAll(['cake']);
        const copy = await first.copy();
        await first.mu.lock();
        await copy.addAll(['tea']);
        const seen = await look(copy);
        first.mu.unlock();
        return seen;
      },
      expect: [1, 1],
    },
    {
      name: 'a copy of a copy, of something else',
      async play({ Tally }) {
        const first = new Tally();
        await first.addAll(['jam']);
        const copy = await (await first.copy()).copy();
        await copy.addAll(['jam']);
        return [await copy.countOf('jam'), await first.countOf('jam')];
      },
      expect: [2, 1],
    },
  ],
  mistakes: {
    'no-copy': {
      verdict: 'wrong-result',
      code: /return this;/,
      say: 'Now there are two names for one tally. Whatever is added to the one is added to the other.',
    },
    'copies-everything': {
      verdict: 'wrong-result',
      code: /Object\.(assign|create)|\{ *\.\.\.this *\}/,
      say: '`counts` and `mu` are references, and a copy of a reference leads to the same thing. You have a new tally around the old counts and the old lock.',
    },
    'shares-the-counts': {
      verdict: 'wrong-result',
      scene: 'both are used afterwards',
      code: /\.mu\.lock/,
      say: 'One map, and two tallies that each guard it with a lock of its own. The counts of one show in the other; and two locks keep nobody apart.',
    },
    'goes-in-twice': {
      verdict: 'deadlock',
      code: /countOf\([^)]*\)\);?\s*this\.mu\.unlock/,
      say: '`countOf` takes the lock that you are holding, and waits for you.',
    },
    'copies-the-locked-lock': {
      verdict: 'deadlock',
      code: /copy\.mu\.lock/,
      say: 'The copy begins its life locked, and nobody will ever unlock it: whoever let go of the lock let go of the other one. In Go, that is what `*copy = *t` between Lock and Unlock does.',
    },
    'never-unlocks': {
      verdict: 'deadlock',
      scene: 'both are used afterwards',
      say: 'The copy is right, and the original stays locked for ever.',
    },
    'shares-the-lock': {
      verdict: 'deadlock',
      scene: 'the original is locked',
      say: 'The counts are apart, and the lock is one for both. Whoever works on one keeps those out who work on the other.',
    },
    'one-by-one': {
      verdict: 'wrong-result',
      scene: 'somebody adds meanwhile',
      code: /await this\.countOf/,
      say: 'Each count was right when you looked. They were not right together: between two looks, somebody else had the lock.',
    },
    'locks-the-copy': {
      verdict: 'wrong-result',
      scene: 'somebody adds meanwhile',
      code: /copy\.mu\.lock/,
      say: 'Nobody else knows the copy yet, so its lock keeps nobody out. Those who are adding at this moment hold the other one.',
    },
    'without-the-lock': {
      verdict: 'wrong-result',
      scene: 'somebody adds meanwhile',
      say: 'You read the map while somebody may be writing it. That the copy is for yourself does not help: the reading is of the original.',
    },
  },
});
