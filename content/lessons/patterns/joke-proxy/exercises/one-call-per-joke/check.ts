import { check } from 'happens-before/check';
import { after, anyOf, atomic, context } from 'happens-before/go';
import { now, select, sleep, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;
type Does = 'tells' | 'fails' | 'hangs';

/** How often the upstream was asked, and when it was last stopped. */
class Upstream {
  readonly asked = new atomic.Int64();
  readonly stopped = new atomic.Int64();
  readonly #days: readonly Does[];

  /** What it does the first time, the second time, and from then on. */
  constructor(...days: Does[]) {
    this.#days = days;
  }

  readonly ask = async (ctx: Ctx, key: string) => {
    const before = this.asked.add(1) - 1;
    const does = this.#days[before] ?? this.#days.at(-1);
    await select(
      after(does === 'hangs' ? 60_000 : 30).onReceive(),
      ctx.done().onReceive(() => {
        this.stopped.store(now());
        throw context.cause(ctx);
      }),
    );
    if (does === 'fails') throw new Error('ill');
    return `joke ${key}`;
  };
}

interface Visit {
  readonly at: number;
  readonly patience: number;
}

/** Each visit: what it brought, and when. */
async function visits(
  { jokes }: typeof Answer,
  upstream: Upstream,
  list: readonly Visit[],
) {
  const get = jokes(upstream.ask);
  const seen = new Array<string>(list.length);
  const all = new WaitGroup();
  for (const [place, { at, patience }] of list.entries()) {
    all.go(async () => {
      await sleep(at);
      const root = context.background();
      const [ctx, cancel] = context.withTimeout(root, patience);
      try {
        seen[place] = await get(ctx, '7');
      } catch (error) {
        seen[place] = (error as Error).message;
      }
      seen[place] += ` at ${now()}`;
      cancel();
    });
  }
  await all.wait();
  return seen;
}

const gone = 'context deadline exceeded';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a joke that is known',
      async play(answer) {
        const upstream = new Upstream('tells');
        const list = [
          { at: 0, patience: 100 },
          { at: 50, patience: 100 },
        ];
        const seen = await visits(answer, upstream, list);
        return [...seen, upstream.asked.load()];
      },
      expect: ['joke 7 at 30', 'joke 7 at 50', 1],
      timers: 'patient',
    },
    {
      name: 'it fails, and is asked again',
      async play(answer) {
        const upstream = new Upstream('fails', 'tells');
        const list = [
          { at: 0, patience: 100 },
          { at: 50, patience: 100 },
        ];
        const seen = await visits(answer, upstream, list);
        return [...seen, upstream.asked.load()];
      },
      expect: ['ill at 30', 'joke 7 at 80', 2],
      timers: 'patient',
    },
    {
      name: 'two at the same time',
      async play(answer) {
        const upstream = new Upstream('tells');
        const list = [
          { at: 0, patience: 100 },
          { at: 0, patience: 100 },
        ];
        const seen = await visits(answer, upstream, list);
        return [...seen, upstream.asked.load()];
      },
      expect: ['joke 7 at 30', 'joke 7 at 30', 1],
      timers: 'patient',
    },
    {
      name: 'the first one leaves',
      async play(answer) {
        const upstream = new Upstream('tells');
        const list = [
          { at: 0, patience: 10 },
          { at: 1, patience: 100 },
        ];
        const seen = await visits(answer, upstream, list);
        return [...seen, upstream.asked.load()];
      },
      expect: [`${gone} at 10`, 'joke 7 at 30', 1],
      timers: 'patient',
    },
    {
      name: 'all of them leave',
      async play(answer) {
        const upstream = new Upstream('tells');
        const list = [
          { at: 0, patience: 10 },
          { at: 1, patience: 15 },
        ];
        const seen = await visits(answer, upstream, list);
        await sleep(100);
        return [...seen, `stopped at ${upstream.stopped.load()}`];
      },
      expect: [`${gone} at 10`, `${gone} at 16`, 'stopped at 16'],
      timers: 'patient',
    },
    {
      name: 'the last one leaves as the next one comes',
      async play(answer) {
        const upstream = new Upstream('tells');
        const list = [
          { at: 0, patience: 10 },
          { at: 10, patience: 100 },
          { at: 12, patience: 100 },
        ];
        const [, second, third] = await visits(answer, upstream, list);
        return [second, third, upstream.asked.load()];
      },
      // In time to join the first call, or with a call of their own.
      expect: (seen: unknown) => {
        const [second, third, asked] = seen as [string, string, number];
        const when = asked === 1 ? 30 : 40;
        const wanted = `joke 7 at ${when}`;
        return asked <= 2 && second === wanted && third === wanted;
      },
      timers: 'patient',
    },
    {
      name: 'one comes as the call lands',
      async play(answer) {
        const upstream = new Upstream('tells');
        const list = [
          { at: 0, patience: 100 },
          { at: 30, patience: 100 },
        ];
        const seen = await visits(answer, upstream, list);
        return [...seen, upstream.asked.load()];
      },
      expect: ['joke 7 at 30', 'joke 7 at 30', 1],
      timers: 'patient',
    },
    {
      name: 'a call that hangs',
      async play(answer) {
        const upstream = new Upstream('hangs');
        const list = [{ at: 0, patience: 5_000 }];
        return await visits(answer, upstream, list);
      },
      expect: [`${gone} at 1000`],
      timers: 'patient',
    },
    {
      name: 'whatever the world does',
      async play(answer) {
        const does = await anyOf(['tells', 'fails'] as const);
        const first = await anyOf([10, 100]);
        const second = await anyOf([10, 100]);
        const upstream = new Upstream(does);
        const list = [
          { at: 0, patience: first },
          { at: 1, patience: second },
        ];
        const seen = await visits(answer, upstream, list);
        const came = does === 'tells' ? 'joke 7 at 30' : 'ill at 30';
        const wanted = [
          first === 10 ? `${gone} at 10` : came,
          second === 10 ? `${gone} at 11` : came,
        ];
        if (`${seen}` === `${wanted}`) return 'as it should be';
        return `it ${does}, patience ${first} and ${second}: ${seen}`;
      },
      expect: 'as it should be',
      timers: 'patient',
    },
  ],
  mistakes: {
    'nobody-guards-the-map': {
      verdict: 'race',
      code: /singleflight/,
      say: 'The group guards its own map, and nobody guards yours: one visitor looks into `kept` while another writes. One lock for all that belongs together.',
    },
    'counts-outside': {
      verdict: 'race',
      say: 'Two visitors touch the same thing at the same time. Whoever comes, leaves or lands changes the map, the number and the joke together: under the one lock.',
    },
    'keeps-nothing': {
      verdict: 'wrong-result',
      scene: 'a joke that is known',
      say: 'The second visitor wants a joke that was told a moment ago, and it is fetched again. Sharing a call keeps nothing; keep the joke.',
    },
    'keeps-the-failure': {
      verdict: 'wrong-result',
      scene: 'it fails, and is asked again',
      say: 'The upstream was ill for a moment, and your proxy is for ever: the failed call is still on the map, and whoever comes joins it.',
    },
    'the-first-decides': {
      verdict: 'wrong-result',
      scene: 'the first one leaves',
      code: /^(?![\s\S]*(withoutCancel|background))/,
      say: 'The call runs below the context of whoever came first. When that one leaves, all the others lose their joke.',
    },
    'anyone-stops-it': {
      verdict: 'wrong-result',
      scene: 'the first one leaves',
      say: 'One has left, and the call was stopped for all. It may end when nobody waits any more, so somebody has to count.',
    },
    'goes-on-for-nobody': {
      verdict: 'wrong-result',
      scene: 'all of them leave',
      say: 'All have left, and the upstream works on for nobody. Under load, just when people give up, those calls are most of what it has to do. The last to leave puts out the light.',
    },
    'joins-the-dying': {
      verdict: 'wrong-result',
      scene: 'the last one leaves as the next one comes',
      got: ['context canceled at 10', 'joke 7 at 42', 2],
      say: 'The last one has cancelled the call and left it on the map, and the next one joined it there. Cancel it and strike it off in one go, under the lock.',
    },
    'strikes-off-another': {
      verdict: 'wrong-result',
      scene: 'the last one leaves as the next one comes',
      say: 'A call that was given up lands at last, and strikes off whatever is on the map by that number: it is another call by now. Strike off your own.',
    },
    'neither-here-nor-there': {
      verdict: 'wrong-result',
      scene: 'one comes as the call lands',
      say: 'For a moment the joke was neither on its way nor kept, and somebody who came in that moment fetched it again. It goes from the one map to the other in one go.',
    },
    'no-limit': {
      verdict: 'wrong-result',
      scene: 'a call that hangs',
      say: 'The upstream hangs, and the visitor is patient. A call that no longer ends with its first visitor needs a limit of its own.',
    },
  },
});
