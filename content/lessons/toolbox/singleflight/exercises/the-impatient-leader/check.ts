import { check } from 'happens-before/check';
import { after, context, go, now, select } from 'happens-before/go';
import { singleflight, sleep, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;
const root = () => context.background();

/** Fetches for `ms`, and stops when its context ends. */
const fetching = (ms: number, asked: number[] = []) => async (ctx: Ctx) => {
  asked.push(now());
  return await select(
    after(ms).onReceive(() => 'page'),
    ctx.done().onReceive(() => {
      throw context.cause(ctx);
    }),
  );
};

/** Visitors who come 1 ms apart and have some patience: what, when. */
async function visits(
  { get }: typeof Answer,
  patience: number[],
  fetch: (ctx: Ctx) => Promise<string>,
) {
  const flights = new singleflight.Group<string>();
  const seen = new Array<string>(patience.length);
  const all = new WaitGroup();
  for (const [place, ms] of patience.entries()) {
    all.go(async () => {
      const [ctx, cancel] = context.withTimeout(root(), ms);
      try {
        seen[place] = (await get(ctx, flights, 'tea', fetch)) ?? '';
      } catch (error) {
        seen[place] = (error as Error).message;
      }
      seen[place] += ` at ${now()}`;
      cancel();
    });
    await sleep(1);
  }
  await all.wait();
  return seen;
}

const late = 'context deadline exceeded';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'everybody has patience',
      async play(answer) {
        const asked: number[] = [];
        const patience = [100, 100];
        const seen = await visits(answer, patience, fetching(20, asked));
        return [...seen, asked.length];
      },
      expect: ['page at 20', 'page at 20', 1],
      timers: 'patient',
    },
    {
      name: 'the first one leaves',
      async play(answer) {
        const asked: number[] = [];
        const patience = [5, 100];
        const seen = await visits(answer, patience, fetching(20, asked));
        return [...seen, asked.length];
      },
      expect: [`${late} at 5`, 'page at 20', 1],
      timers: 'patient',
    },
    {
      name: 'the second one leaves',
      play: (answer) => visits(answer, [100, 6], fetching(20)),
      expect: ['page at 20', `${late} at 7`],
      timers: 'patient',
    },
    {
      name: 'one leaves, and one comes after that',
      async play(answer) {
        const asked: number[] = [];
        const patience = [1, 100, 100];
        const seen = await visits(answer, patience, fetching(20, asked));
        return [...seen, asked.length];
      },
      expect: [`${late} at 1`, 'page at 20', 'page at 20', 1],
      timers: 'patient',
    },
    {
      name: 'a fetch that hangs',
      async play(answer) {
        let stopped = 0;
        const seen = await visits(answer, [2000], async (ctx) => {
          try {
            return await fetching(9_000)(ctx);
          } finally {
            stopped = now();
          }
        });
        return [...seen, `stopped at ${stopped}`];
      },
      expect: [`${late} at 1000`, 'stopped at 1000'],
      timers: 'patient',
    },
    {
      name: 'somebody asks',
      async play({ get }) {
        const flights = new singleflight.Group<string>();
        const ctx = context.withValue(root(), 'user', 'ann');
        const who = async (seen: Ctx) => `for ${seen.value('user')}`;
        return await get(ctx, flights, 'tea', who);
      },
      expect: 'for ann',
      timers: 'patient',
    },
    {
      name: 'one hangs up',
      async play({ get }) {
        const flights = new singleflight.Group<string>();
        const [ctx, hangUp] = context.withCancelCause(root());
        go(async () => {
          await sleep(5);
          hangUp(new Error('browser closed'));
        });
        try {
          return await get(ctx, flights, 'tea', fetching(20));
        } catch (error) {
          return (error as Error).message;
        }
      },
      expect: 'browser closed',
      timers: 'patient',
    },
  ],
  mistakes: {
    'says-no-cause': {
      verdict: 'wrong-result',
      scene: 'one hangs up',
      got: 'context canceled',
      say: 'The caller’s context has ended, and you say that it has. Why it has is its cause.',
    },
    'tries-again': {
      verdict: 'wrong-result',
      scene: 'the first one leaves',
      code: /while|for \(;;\)/,
      say: 'Everybody whose flight was cancelled begins another. With two visitors that is one more fetch, with a hundred it is a crowd at a door that has just been shut.',
    },
    'everybody-fetches': {
      verdict: 'wrong-result',
      scene: 'everybody has patience',
      say: 'Who forgets the flight before joining it never joins. Everybody fetches, and the group has no work left to do.',
    },
    'nobody-may-leave': {
      verdict: 'wrong-result',
      scene: 'the first one leaves',
      got: ['page at 20', 'page at 20', 1],
      say: 'The fetch goes on, which is right, and the caller whose time is up stands there until it is done. Who waits for two things needs a `select`.',
    },
    'takes-it-along': {
      verdict: 'wrong-result',
      scene: 'the first one leaves',
      code: /withoutCancel/,
      say: 'The fetch has a context of its own, and the caller who leaves ends that one, too. Its `cancel` belongs to the fetch: call it when the fetch has ended.',
    },
    'more-time': {
      verdict: 'wrong-result',
      scene: 'the first one leaves',
      code: /withTimeout/,
      say: 'More time than the first caller has cannot be had below the first caller’s context. It ends when that ends.',
    },
    'leaves-with-all': {
      verdict: 'wrong-result',
      scene: 'one leaves, and one comes after that',
      say: 'Whoever left has struck the flight off, though it is still in the air. The next one could have joined it, and fetched anew.',
    },
    'no-limit': {
      verdict: 'wrong-result',
      scene: 'a fetch that hangs',
      say: 'The caller has given up, and the fetch hangs for as long as it likes; all who come meanwhile join it. If it does not end with its caller, it needs an end of its own.',
    },
    'forgets-who-asks': {
      verdict: 'wrong-result',
      scene: 'somebody asks',
      say: 'The fetch no longer knows for whom it is: a context from the root has no values. One of them lets go of the end and keeps the values.',
    },
  },
});
