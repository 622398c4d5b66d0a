import { check } from 'happens-before/check';
import { anyOf, atomic, context, now } from 'happens-before/go';
import { sleep, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;

/** Takes 30 ms, and counts how many are at it. */
class Counter {
  readonly handled = new atomic.Int64();
  readonly #atOnce = new atomic.Int64();
  readonly #isIll: boolean;
  readonly #limit: number;

  constructor(limit: number, isIll = false) {
    this.#limit = limit;
    this.#isIll = isIll;
  }

  readonly handle = async (_request: Ctx, key: string) => {
    const first = this.handled.add(1) === 1;
    const atOnce = this.#atOnce.add(1);
    await sleep(30);
    this.#atOnce.add(-1);
    if (this.#isIll && first) throw new Error('ill');
    if (atOnce > this.#limit) return { status: 999, text: '' };
    return { status: 200, text: `joke ${key}` };
  };
}

/** Each visit: [when it comes, how long it stays]. */
async function visits(
  { limited }: typeof Answer,
  counter: Counter,
  [limit, line]: [number, number],
  list: readonly [number, number][],
) {
  const handle = limited(counter.handle, limit, line);
  const seen = new Array<string>(list.length);
  const all = new WaitGroup();
  for (const [place, [at, patience]] of list.entries()) {
    all.go(async () => {
      await sleep(at);
      const root = context.background();
      const [request, hangUp] = context.withTimeout(root, patience);
      try {
        seen[place] = `${(await handle(request, '7')).status}`;
      } catch (error) {
        const { message } = error as Error;
        if (message !== 'ill') throw error;
        seen[place] = message;
      }
      seen[place] += ` at ${now()}`;
      hangUp();
    });
  }
  await all.wait();
  return seen;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two places and no line',
      play: (answer) =>
        visits(answer, new Counter(2), [2, 0], [
          [0, 100],
          [1, 100],
          [2, 100],
        ]),
      expect: ['200 at 30', '200 at 31', '503 at 2'],
      timers: 'patient',
    },
    {
      name: 'one place, and one waits',
      play: (answer) =>
        visits(answer, new Counter(1), [1, 1], [
          [0, 100],
          [1, 100],
          [2, 100],
        ]),
      expect: ['200 at 30', '200 at 60', '503 at 2'],
      timers: 'patient',
    },
    {
      name: 'one leaves the line',
      async play(answer) {
        const counter = new Counter(1);
        const seen = await visits(answer, counter, [1, 1], [
          [0, 100],
          [1, 10],
          [15, 100],
        ]);
        return [...seen, counter.handled.load()];
      },
      expect: ['200 at 30', '499 at 11', '200 at 60', 2],
      timers: 'patient',
    },
    {
      name: 'it throws',
      play: (answer) =>
        visits(answer, new Counter(1, true), [1, 1], [
          [0, 100],
          [1, 100],
        ]),
      expect: ['ill at 30', '200 at 60'],
      timers: 'patient',
    },
    {
      name: 'three at the same time',
      async play(answer) {
        const seen = await visits(answer, new Counter(1), [1, 1], [
          [0, 100],
          [0, 100],
          [0, 100],
        ]);
        return seen.sort();
      },
      expect: ['200 at 30', '200 at 60', '503 at 0'],
      timers: 'patient',
    },
    {
      name: 'whatever the world does',
      async play(answer) {
        const isIll = await anyOf([false, true]);
        const patience = await anyOf([100, 10]);
        const counter = new Counter(1, isIll);
        const seen = await visits(answer, counter, [1, 1], [
          [0, 100],
          [1, patience],
          [15, 100],
        ]);
        const wanted = [
          isIll ? 'ill at 30' : '200 at 30',
          patience === 10 ? '499 at 11' : '200 at 60',
          patience === 10 ? '200 at 60' : '503 at 15',
        ];
        if (`${seen}` === `${wanted}`) return 'as it should be';
        return `${isIll ? 'ill, ' : ''}patience ${patience}: ${seen}`;
      },
      expect: 'as it should be',
      timers: 'patient',
    },
  ],
  mistakes: {
    'a-line-without-end': {
      verdict: 'wrong-result',
      scene: 'two places and no line',
      code: /^(?![\s\S]*503)/,
      say: 'Whoever comes is put in line, however long it is, and most of them will be served when they have long stopped waiting. Beyond `line`, say 503, at once.',
    },
    'one-place-for-all': {
      verdict: 'wrong-result',
      scene: 'two places and no line',
      say: 'There are two places, and they are not both used; or a third is let in. Look at when the two at the counter are done.',
    },
    'no-line': {
      verdict: 'wrong-result',
      scene: 'one place, and one waits',
      say: 'There is room in the line, and the second one is sent away. Two limits: one on how many are inside, one on how many are handled.',
    },
    'gives-back-what-it-never-had': {
      verdict: 'panic',
      scene: 'one leaves the line',
      say: 'Whoever left the line gave back a place that was never theirs. First `acquire`, and then the `try` whose `finally` releases.',
    },
    'no-way-out': {
      verdict: 'wrong-result',
      scene: 'one leaves the line',
      code: /background\(\)|withoutCancel|places\.(send|lock)\(/,
      say: 'The visitor has left, and still stands in your line, keeps somebody else out, and will be handled for nothing. Wait with the request’s context.',
    },
    'keeps-the-place-in-line': {
      verdict: 'wrong-result',
      scene: 'one leaves the line',
      got: ['200 at 30', '499 at 11', '503 at 15', 1],
      say: 'One has left the line, and the next one is sent away all the same: the place in the line is still taken. There are two things to give back, on every way out.',
    },
    'keeps-the-place': {
      verdict: 'wrong-result',
      scene: 'it throws',
      say: 'The handler threw, and its place was never given back. After `limit` failures nobody is served any more. That is what `finally` is for.',
    },
    'looks-then-enters': {
      verdict: 'wrong-result',
      scene: 'three at the same time',
      say: 'Each of the three looked, saw room, and went in. Between looking and entering somebody else may do the same: make it one step.',
    },
  },
});
