import { check } from 'happens-before/check';
import { after, chan, close, context, go } from 'happens-before/go';
import { select, sleep, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;

const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : `no Error: ${error}`;

/** Serves one request: what came of it, and what its context says. */
async function request(
  { serve }: typeof Answer,
  work: (ctx: Ctx) => Promise<string>,
  server: Ctx = context.background(),
  gone: Chan<void> = chan<void>(),
) {
  const causes = chan<string>(1);
  const watched = async (ctx: Ctx) => {
    context.afterFunc(ctx, async () => {
      await causes.send(messageOf(context.cause(ctx)));
    });
    return await work(ctx);
  };
  let came: string;
  try {
    came = await serve(server, gone, watched);
  } catch (error) {
    came = messageOf(error);
  }
  return [came, await causes.receive()];
}

/** Takes `ms`, and gives up when its context ends. */
const takes = (ms: number) => async (ctx: Ctx) => {
  const page = await select(
    after(ms).onReceive(() => 'page'),
    ctx.done().onReceive(() => undefined),
  );
  if (page) return page;
  throw new Error('given up');
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'all is well',
      play: (answer) => request(answer, takes(10)),
      expect: ['page', 'finished'],
      timers: 'patient',
    },
    {
      name: 'the address is wrong',
      play: (answer) =>
        request(answer, async () => {
          throw new Error('no such page');
        }),
      expect: ['no such page', 'no such page'],
      timers: 'patient',
    },
    {
      name: 'it takes too long',
      play: (answer) => request(answer, takes(500)),
      expect: ['too slow', 'too slow'],
      timers: 'patient',
    },
    {
      name: 'the client hangs up',
      async play(answer) {
        const gone = chan<void>();
        go('client', async () => {
          await sleep(10);
          close(gone);
        });
        return await request(answer, takes(50), undefined, gone);
      },
      expect: ['client gone', 'client gone'],
      timers: 'patient',
    },
    {
      name: 'the server shuts down',
      async play(answer) {
        const root = context.background();
        const [server, stop] = context.withCancelCause(root);
        go('operator', async () => {
          await sleep(10);
          stop(new Error('shutting down'));
        });
        return await request(answer, takes(50), server);
      },
      expect: ['shutting down', 'shutting down'],
      timers: 'patient',
    },
    {
      name: 'the client and the server at the same time',
      async play(answer) {
        const root = context.background();
        const [server, stop] = context.withCancelCause(root);
        const gone = chan<void>();
        const until = async (ctx: Ctx) => {
          await ctx.done().receive();
          throw new Error('given up');
        };
        go('operator', () => stop(new Error('shutting down')));
        go('client', () => close(gone));
        return await request(answer, until, server, gone);
      },
      expect: (seen: unknown) => {
        const [came, cause] = seen as string[];
        const known = ['client gone', 'shutting down'];
        return came === cause && known.includes(came!);
      },
      timers: 'patient',
    },
    {
      name: 'work that has to clear up',
      async play(answer) {
        let cleared = 'not cleared up';
        const tidy = async (ctx: Ctx) => {
          await ctx.done().receive();
          await sleep(5);
          cleared = 'cleared up';
          throw new Error('given up');
        };
        return [...(await request(answer, tidy)), cleared];
      },
      expect: ['too slow', 'too slow', 'cleared up'],
      timers: 'patient',
    },
    {
      name: 'a page all the same',
      async play(answer) {
        const gone = chan<void>();
        go('client', async () => {
          await sleep(5);
          close(gone);
        });
        const stubborn = async () => {
          await sleep(10);
          return 'page';
        };
        return await request(answer, stubborn, undefined, gone);
      },
      expect: ['page', 'client gone'],
      timers: 'patient',
    },
  ],
  mistakes: {
    'plain-words': {
      verdict: 'wrong-result',
      code: /\b(end|cancel)\(\s*['"`]|,\s*['"`]too slow/,
      say: 'A cause may be anything, and a plain text is thrown like one: without a stack, and `error.message` is undefined. The table asks for an `Error`.',
    },
    'throws-the-page-away': {
      verdict: 'wrong-result',
      scene: 'a page all the same',
      got: ['client gone', 'client gone'],
      say: 'The work has ended with a page, though its context had ended before. There is a page, so it is returned; the cause is for when there is none.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'work that has to clear up',
      say: '`serve` has thrown, and its work is still clearing up. A context asks it to stop; `serve` is over when the work has stopped.',
    },
    'a-cause-for-the-timer-alone': {
      verdict: 'wrong-result',
      scene: 'all is well',
      code: /^(?![\s\S]*with(Cancel|DeadlineCause|CancelCause)\()[\s\S]*withTimeoutCause/,
      say: 'The cause that you gave is for the timer. If it is cancelled before that, its `cancel` takes no reason and leaves “context canceled”. The other ends need a context whose cancel takes one.',
    },
    'stops-first': {
      verdict: 'wrong-result',
      scene: 'all is well',
      code: /stop\(\);\s*end\(/,
      say: 'The first end counts, and the first was `stop()`, which gives no reason. Yours came a line too late.',
    },
    'in-a-variable': {
      verdict: 'wrong-result',
      scene: 'all is well',
      code: /withCancel\(/,
      say: 'You know the reason, and keep it to yourself. Those who work under the context ask the context, and it says “context canceled”.',
    },
    'says-nothing-at-the-end': {
      verdict: 'wrong-result',
      scene: 'all is well',
      say: 'All went well, and who looks into the context later finds “context canceled”, as if somebody had broken it off. Say that it is finished.',
    },
    'finished-in-any-case': {
      verdict: 'wrong-result',
      scene: 'the address is wrong',
      say: 'The work failed, and its context claims to have finished. Give the error to the context on the way on which there is one.',
    },
    'hands-on-the-echo': {
      verdict: 'wrong-result',
      scene: 'it takes too long',
      say: 'The work says “given up”, which is what it was told to do. Why it was told is the cause of the context.',
    },
    'from-the-root': {
      verdict: 'wrong-result',
      scene: 'the server shuts down',
      say: 'The server is shutting down, and this request has not heard of it: its context does not come from the server’s.',
    },
    'the-ear-stays': {
      verdict: 'leak',
      say: 'The request is over, and somebody still listens for a client who hung up long ago, or never will. The ear has to end with the request.',
    },
  },
});
