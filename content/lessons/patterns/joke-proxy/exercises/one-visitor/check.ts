import { check } from 'happens-before/check';
import { after, anyOf, chan, context, type Chan } from 'happens-before/go';
import { go, now, select, sleep } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;
type Upstream = 'tells a joke' | 'fails' | 'hangs';

/** Takes 30 ms, or for ever; heeds its context. It may be asked by another goroutine, which the answer leaves behind. */
const upstream = (does: Upstream, given: Chan<Ctx>) => async (ctx: Ctx) => {
  await given.send(ctx);
  await select(
    after(does === 'hangs' ? 60_000 : 30).onReceive(),
    ctx.done().onReceive(() => {
      throw context.cause(ctx);
    }),
  );
  if (does === 'fails') throw new Error('the upstream is ill');
  return 'a joke';
};

/** One visit: the answer, when it came, and what is left behind. */
async function visit(
  { handle }: typeof Answer,
  does: Upstream,
  leavesAfter?: number,
) {
  const [request, hangUp] = context.withCancel(context.background());
  if (leavesAfter !== undefined) {
    go('visitor', async () => {
      await sleep(leavesAfter);
      hangUp();
    });
  }
  const given = chan<Ctx>(9);
  const { status, text } = await handle(request, upstream(does, given));
  const came = `${status}${status === 200 ? ` ${text}` : ''} at ${now()}`;
  let isOver = true;
  while (given.length > 0) {
    if ((await given.receive())?.err() === undefined) isOver = false;
  }
  return isOver ? came : `${came}, and its context goes on`;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a joke',
      play: (answer) => visit(answer, 'tells a joke'),
      expect: '200 a joke at 30',
      timers: 'patient',
    },
    {
      name: 'the upstream is ill',
      play: (answer) => visit(answer, 'fails'),
      expect: '502 at 30',
      timers: 'patient',
    },
    {
      name: 'the upstream hangs',
      play: (answer) => visit(answer, 'hangs'),
      expect: '504 at 100',
      timers: 'patient',
    },
    {
      name: 'the visitor leaves',
      play: (answer) => visit(answer, 'hangs', 50),
      expect: '499 at 50',
      timers: 'patient',
    },
    {
      name: 'whatever the world does',
      async play(answer) {
        const faults = ['tells a joke', 'fails', 'hangs'] as const;
        const does = await anyOf(faults);
        const leaves = await anyOf([10, 50, 200]);
        const wanted =
          leaves === 10 || (leaves === 50 && does === 'hangs')
            ? `499 at ${leaves}`
            : {
                'tells a joke': '200 a joke at 30',
                fails: '502 at 30',
                hangs: '504 at 100',
              }[does];
        const got = await visit(answer, does, leaves);
        if (got === wanted) return 'as it should be';
        return `${does}, visitor leaves at ${leaves}: ${got}`;
      },
      expect: 'as it should be',
      timers: 'patient',
    },
  ],
  mistakes: {
    'lets-it-fail': {
      verdict: 'error',
      scene: 'the upstream is ill',
      say: 'The upstream has failed, and the error goes through your handler and past it. The visitor needs an answer from you, a 502.',
    },
    'hands-over-the-root': {
      verdict: 'wrong-result',
      scene: 'a joke',
      code: /ask\(context\.(background|todo)/,
      say: 'The upstream gets a context that never ends. So there is no limit, nobody can tell it that the visitor has left, and what it has begun is nobody’s to stop.',
    },
    'the-timer-stays': {
      verdict: 'wrong-result',
      scene: 'a joke',
      say: 'The visitor has the joke, and the context of the call goes on until its time is over. With a thousand visitors in those 100 ms, that is a thousand timers. Cancel it on every way out.',
    },
    'waits-beside': {
      verdict: 'wrong-result',
      scene: 'the upstream hangs',
      code: /after\(/,
      say: 'You stop waiting after 100 ms, and the upstream was not told: it works on, for nobody. A limit that is a context reaches those who do the work.',
    },
    'no-limit': {
      verdict: 'wrong-result',
      scene: 'the upstream hangs',
      code: /^(?![\s\S]*with(Timeout|Deadline))/,
      say: 'The upstream hangs, the visitor waits, and so does your handler, a whole minute long. Nobody but you will put a limit on it.',
    },
    'one-word-for-all': {
      verdict: 'wrong-result',
      scene: 'the upstream hangs',
      got: '502 at 100',
      say: 'Too slow is not the same as ill. The one who has to mend it at night wants to know which of the two it was: 504 when your time was over, 502 when the upstream said no.',
    },
    'from-the-root': {
      verdict: 'wrong-result',
      scene: 'the visitor leaves',
      code: /background\(\)/,
      say: 'The visitor has left at 50 ms, and the call goes on, for nobody: its context does not come from the request. Make it below `request`.',
    },
    'asks-its-own-first': {
      verdict: 'wrong-result',
      scene: 'the visitor leaves',
      say: 'When the request ends, all below it ends too, so your own context has always ended by then. Ask from the outside in: first the request’s, then yours.',
    },
    'looks-at-the-clock': {
      verdict: 'wrong-result',
      scene: 'whatever the world does',
      say: 'In some mixture of faults your answer is the wrong one; the report says which. An upstream may fail, and a visitor may leave, in the same request.',
    },
  },
});
