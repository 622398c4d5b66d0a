import { check } from 'happens-before/check';
import { Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Shelf = ReturnType<typeof Answer.makeShelf>;

const started = (name: string, target: () => Promise<unknown>) => {
  const thread = new Thread({ name, target });
  thread.start();
  return thread;
};

/** Takes `times` things, into a list of its own. */
function taker(shelf: Shelf, name: string, times: number) {
  const got: string[] = [];
  const thread = started(name, async () => {
    for (let i = 0; i < times; i += 1) got.push(await shelf.take());
  });
  return { got, thread };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one puts three, one takes three, room for one',
      maxSteps: 300,
      async play({ makeShelf }) {
        const shelf = makeShelf(1);
        const { got, thread } = taker(shelf, 'taker', 3);
        for (const thing of ['pot', 'jar', 'box']) await shelf.put(thing);
        await thread.join();
        return { got, left: await shelf.size() };
      },
      expect: { got: ['pot', 'jar', 'box'], left: 0 },
    },
    {
      name: 'room for two',
      maxSteps: 300,
      async play({ makeShelf }) {
        const shelf = makeShelf(2);
        await shelf.put('pot');
        await shelf.put('jar');
        const third = started('third', () => shelf.put('box'));
        const size = await shelf.size();
        const got = [await shelf.take()];
        await third.join();
        got.push(await shelf.take(), await shelf.take());
        return { size, got };
      },
      expect: { size: 2, got: ['pot', 'jar', 'box'] },
    },
    {
      name: 'two take, one puts two at once',
      maxSteps: 300,
      async play({ makeShelf }) {
        const shelf = makeShelf(2);
        const [a, b] = [taker(shelf, 'a', 1), taker(shelf, 'b', 1)];
        await shelf.put('pot');
        await shelf.put('jar');
        await a.thread.join();
        await b.thread.join();
        return [...a.got, ...b.got].sort();
      },
      expect: ['jar', 'pot'],
    },
    {
      name: 'two put and two take, room for one',
      maxSteps: 300,
      async play({ makeShelf }) {
        const shelf = makeShelf(1);
        const [a, b] = [taker(shelf, 'a', 1), taker(shelf, 'b', 1)];
        const c = started('c', () => shelf.put('pot'));
        const d = started('d', () => shelf.put('jar'));
        for (const { thread } of [a, b]) await thread.join();
        for (const thread of [c, d]) await thread.join();
        return [...a.got, ...b.got].sort();
      },
      expect: ['jar', 'pot'],
    },
    {
      name: 'two wait to put',
      maxSteps: 300,
      async play({ makeShelf }) {
        const shelf = makeShelf(1);
        await shelf.put('pot');
        const c = started('c', () => shelf.put('jar'));
        const d = started('d', () => shelf.put('box'));
        await shelf.take();
        const size = await shelf.size();
        await shelf.take();
        await shelf.take();
        for (const thread of [c, d]) await thread.join();
        return size <= 1;
      },
      expect: true,
    },
  ],
  mistakes: {
    'tells-nobody': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*notify)/,
      say: 'The first who waits will wait for ever: nobody tells them that something has changed.',
    },
    'tells-before': {
      verdict: 'deadlock',
      code: /notify\w*\(\)\)[\s\S]*(waitFor|wait\()[\s\S]*push/,
      say: 'You wake the others first and change the shelf afterwards. Whoever wakes in between looks, finds nothing new, and goes back to sleep.',
    },
    'one-side-only': {
      verdict: 'deadlock',
      code: /^(?!([\s\S]*notify){2})/,
      say: 'One of the two methods tells the others, and the other one does not. Both change the shelf, and somebody may wait for either change.',
    },
    'only-when-it-was-empty': {
      verdict: 'deadlock',
      code: /if \([^\n]*length[^\n]*\n?[^\n]*notify\(\)/,
      say: 'Clever, and wrong: two can be waiting, and only one is told. When the second thing comes, the shelf was not empty any more, so the other one sleeps on.',
    },
    'wakes-one': {
      verdict: 'deadlock',
      scene: 'two put and two take, room for one',
      say: 'One is woken, and it is the wrong one: a taker has made room, and `notify` wakes another taker, who finds an empty shelf and sleeps again. Nobody has told those who put. Two kinds of people wait here for one condition.',
    },
    'looks-once': {
      verdict: 'wrong-result',
      scene: 'two take, one puts two at once',
      code: /if \([^\n]*wait\(/,
      say: 'Between being woken and having the lock, somebody else was there. Who looks once with an `if` acts on what was true before the nap.',
    },
    'put-looks-once': {
      verdict: 'wrong-result',
      scene: 'two wait to put',
      say: 'There is more on the shelf than it has room for. Whoever puts was woken, somebody else was quicker, and nobody looked again.',
    },
    'last-first': {
      verdict: 'wrong-result',
      code: /pop\(\)|unshift/,
      say: 'Nothing is lost, and the newest thing comes out first. The pot has been standing there longest.',
    },
    'without-the-lock': {
      verdict: 'livelock',
      code: /sleep\(/,
      say: 'Looking again and again is not waiting: here somebody looks until the end of time. And the one who looks holds no lock, so what they see may change before they act.',
    },
  },
});
