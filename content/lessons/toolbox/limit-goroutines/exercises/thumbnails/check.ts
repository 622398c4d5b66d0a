import { check } from 'happens-before/check';
import { atomic, chan } from 'happens-before/go';
import type * as Answer from './solution';

/** Photos that are counted when they are fetched. */
function album(names: string[]) {
  const fetched = new atomic.Int32();
  const done = new atomic.Int32();
  const atWork = new atomic.Int32();
  const tooMany: string[] = [];
  function* photos(limit: number) {
    for (const name of names) {
      fetched.add(1);
      const waiting = fetched.load() - done.load();
      if (waiting > limit + 1) throw new Error(`fetched ${waiting}`);
      yield name;
    }
  }
  async function develop(limit: number, photo: string) {
    if (atWork.add(1) > limit) tooMany.push(photo);
    await Promise.resolve();
    atWork.add(-1);
    done.add(1);
    if (photo === 'blurred') throw new Error('cannot read it');
  }
  return { photos, develop, done, tooMany };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two photos, one place',
      async play({ developAll }) {
        const { photos, develop, done, tooMany } = album(['a', 'b']);
        const out = await developAll(photos(1), 1, (photo) =>
          develop(1, photo),
        );
        return { done: done.load(), out, tooMany };
      },
      expect: { done: 2, out: [], tooMany: [] },
    },
    {
      name: 'three photos, one place',
      async play({ developAll }) {
        const { photos, develop, done } = album(['a', 'b', 'c']);
        await developAll(photos(1), 1, (p) => develop(1, p));
        return done.load();
      },
      expect: 3,
    },
    {
      name: 'a blurred one in front',
      async play({ developAll }) {
        const { photos, develop, done } = album(['blurred', 'b']);
        const out = await developAll(photos(1), 1, (photo) =>
          develop(1, photo),
        );
        return { done: done.load(), out };
      },
      expect: { done: 2, out: ['blurred'] },
    },
    {
      name: 'one photo waits for the one after the next',
      async play({ developAll }) {
        const begun = chan<void>();
        return await developAll(['a', 'b', 'c'], 2, async (photo) => {
          if (photo === 'a') await begun.receive();
          if (photo === 'c') await begun.send();
        });
      },
      expect: [],
    },
    {
      name: 'a film that is blurred from end to end',
      async play({ developAll }) {
        const names = new Array<string>(24).fill('blurred');
        const out = await developAll(names, 1, async () => {
          throw new Error('cannot read it');
        });
        return out.length;
      },
      expect: 24,
      maxRuns: 10,
    },
    {
      name: 'no photos',
      play: ({ developAll }) => developAll([], 2, async () => {}),
      expect: [],
    },
    {
      name: 'two places, two that cannot be developed',
      play: ({ developAll }) =>
        developAll(['dark', 'blurred'], 2, async () => {
          throw new Error('cannot read it');
        }),
      expect: ['blurred', 'dark'],
    },
  ],
  mistakes: {
    'a-list-without-a-lock': {
      verdict: 'race',
      scene: 'two places, two that cannot be developed',
      say: 'Two photos fail at the same time, and both goroutines write to the list. The places let in as many as there are: they are a limit and no lock.',
    },
    'takes-it-inside': {
      verdict: 'error',
      message: /fetched/,
      say: 'More photos have been fetched than can be begun, and they wait in goroutines or in a queue. The limit holds for the work alone. Who has to wait, so that nothing is fetched that cannot be begun?',
    },
    'fails-as-a-whole': {
      verdict: 'error',
      message: /cannot read/,
      say: 'One blurred photo has brought the whole program down. An error that a goroutine does not catch itself is caught by nobody.',
    },
    'no-room': {
      verdict: 'deadlock',
      scene: 'two photos, one place',
      code: /places = chan<void>\(\)/,
      say: 'A channel without room has no places: the loop waits for somebody to receive, and those who would receive have not been started.',
    },
    'ten-at-most': {
      verdict: 'deadlock',
      scene: 'a film that is blurred from end to end',
      code: /leftOut = chan/,
      say: 'There is room for the names of so many photos, and one more is blurred. Its goroutine waits until somebody takes a name out, which is meant to happen when all are done. A list has no end that one could run into.',
    },
    'loses-the-place': {
      verdict: 'deadlock',
      scene: 'a blurred one in front',
      say: 'The blurred photo has kept its place, and nobody will ever give it back. With as many blurred photos as places, everything stands still. What runs on every way out?',
    },
    'in-batches': {
      verdict: 'deadlock',
      code: /wg\.wait[^]*wg\.wait/,
      say: 'One has finished, its place is free, and the next photo waits for the whole batch. The limit is on how many are under way, and not on how many begin together.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'one photo waits for the one after the next',
      say: 'There is one place, whatever the limit says.',
    },
    'gives-back-first': {
      verdict: 'wrong-result',
      code: /receive\(\);\s*await develop/,
      say: 'The place is given back before the work is done, and the next one comes in. What it limits now is how many *begin* at a time.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?![^]*wg\.wait)/,
      say: 'The last ones are still at work when the function returns. The limit says how many may be under way; it does not say when there are none.',
    },
    'one-too-many': {
      verdict: 'wrong-result',
      scene: 'two photos, one place',
      say: 'There is one more at work than may be. What is in the channel is at work: count its places again.',
    },
  },
});
