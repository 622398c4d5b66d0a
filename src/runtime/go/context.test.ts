import { explore, inGo, outcomes, possible, prints, run, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('context', () => {
  it('CX1 background and todo never end, and carry nothing', () => {
    expect(prints(inGo("for (const ctx of [context.background(), context.todo()]) console.log(ctx, ctx.err(), context.cause(ctx), ctx.deadline(), ctx.value('k'));"))).toEqual([
      'context.Background undefined undefined undefined undefined', 'context.TODO undefined undefined undefined undefined',
    ]);
    expect(run(inGo('await context.background().done().receive();')).end.kind).toBe('deadlock');
  });

  it('CX2 cancel closes done, and sets err: the trace', () => {
    expect(textOf(inGo(`
const [ctx, cancel] = context.withCancel(context.background());
go('worker', async () => { await ctx.done().receive(); console.log(ctx.err()?.message); });
await sleep(1);
cancel();
await sleep(1);
    `))).toMatchInlineSnapshot(`
      "  1  main    go       worker
        2  main    sleep                        until 1 ms
        3  worker  start                        then waits to receive ctx
        4  main    wake                         at 1 ms
        5  main    cancel   ctx                 context canceled
        6  main    close    ctx                 wakes worker
        7  main    sleep                        until 2 ms
        8  worker  receive  ctx                 closed
        9  worker  err      ctx                 context canceled
       10  worker  print    context canceled
       11  main    wake                         at 2 ms
       12  main    end"
    `);
  });

  it('CX2 whether the worker looks before or after cancel is tried both ways', () => {
    expect(possible(inGo('const [ctx, cancel] = context.withCancel(context.background());\ngo(() => { cancel(); });\nconsole.log(ctx.err() === context.Canceled, context.cause(ctx) === context.Canceled);'))).toEqual(['ok: false false', 'ok: false true', 'ok: true true']);
  });

  it('CX3 the first cancel counts', () => {
    expect(possible(inGo("const [ctx, cancel] = context.withCancelCause(context.background());\nfor (const why of ['a', 'b']) go(() => { cancel(why); });\nawait ctx.done().receive();\nconsole.log(ctx.err()?.message, context.cause(ctx));"))).toEqual(['ok: context canceled a', 'ok: context canceled b']);
    expect(prints(inGo('const [ctx, cancel] = context.withCancelCause(context.background());\ncancel();\ncancel(1);\nconsole.log(context.cause(ctx) === context.Canceled);'))).toEqual(['true']);
  });

  it('CX4 the end of a context is the end of all below it, with its cause, and of nothing above', () => {
    expect(prints(inGo(`
const [top] = context.withCancel(context.background());
const [middle, cancel] = context.withCancelCause(top);
const [low] = context.withTimeout(context.withValue(middle, 'k', 1), 50);
cancel('enough');
console.log(top.err(), low.err()?.message, context.cause(low));
const [late] = context.withCancel(low);
console.log(late.err()?.message, context.cause(late));
    `))).toEqual(['undefined context canceled enough', 'context canceled enough']);
  });

  it('CX5 withTimeout and withDeadline end by themselves, and a cancel before that stops the clock', () => {
    expect(prints(inGo(`
const [a, cancel] = context.withTimeout(context.background(), 50);
const [b] = context.withDeadline(context.background(), 30);
console.log(a.deadline(), b.deadline(), a);
await b.done().receive();
console.log(now(), b.err() === context.DeadlineExceeded, b.err()?.message, context.cause(b) === context.DeadlineExceeded, a.err());
cancel();
console.log(a.err() === context.Canceled);
await sleep(100);
console.log(a.err() === context.Canceled);
    `))).toEqual(['50 30 context.Background.WithDeadline(50)', '30 true context deadline exceeded true undefined', 'true', 'true']);
  });

  it('CX5 the earlier deadline holds, and one that has passed ends it at once', () => {
    expect(prints(inGo("const [a] = context.withTimeout(context.background(), 5);\nconst [b] = context.withTimeout(a, 50);\nconst [c] = context.withTimeout(a, 0);\nconsole.log(b.deadline(), c.err()?.message, a.err());"))).toEqual(['5 context deadline exceeded undefined']);
  });

  it('CX6 the cause of a time-out is for the time-out alone', () => {
    expect(possible(inGo("const [ctx, cancel] = context.withTimeoutCause(context.background(), 5, 'slow');\ngo(() => { cancel(); });\nawait ctx.done().receive();\nconsole.log(ctx.err()?.message, context.cause(ctx) === 'slow');"))).toEqual(['ok: context canceled false', 'ok: context deadline exceeded true']);
    expect(prints(inGo("const [ctx] = context.withDeadlineCause(context.background(), 5, 'slow');\nawait ctx.done().receive();\nconsole.log(context.cause(ctx));"))).toEqual(['slow']);
  });

  it('CX7 withValue carries a value, the nearest counts, and the key is not nothing', () => {
    expect(prints(inGo("const key = { name: 'user' };\nconst a = context.withValue(context.background(), key, 'ann');\nconst b = context.withValue(a, 'k', 1);\nconst c = context.withValue(b, 'k', 2);\nconsole.log(b.value(key), b.value('k'), c.value('k'), a.value('k'));"))).toEqual(['ann 1 2 undefined']);
    expect(prints(inGo('context.withValue(context.background(), undefined, 1);'))).toEqual(['panic: nil key (line 2)']);
  });

  it('CX8 withoutCancel keeps the values, and does not end', () => {
    expect(prints(inGo("const [a, cancel] = context.withTimeout(context.withValue(context.background(), 'k', 1), 5);\nconst free = context.withoutCancel(a);\ncancel();\nconsole.log(free.err(), free.deadline(), free.value('k'), free);"))).toEqual(["undefined undefined 1 context.Background.WithValue('k', 1).WithDeadline(5).WithoutCancel"]);
  });

  it('CX9 afterFunc starts a goroutine at the end, unless it is stopped in time', () => {
    expect(possible(inGo("const [ctx, cancel] = context.withCancel(context.background());\nconst stop = context.afterFunc(ctx, () => { console.log('cleaned'); });\ngo(() => { cancel(); });\nconsole.log(stop());\nawait sleep(1);"), { timers: 'patient' })).toEqual(['ok: cleaned, false', 'ok: false, cleaned', 'ok: true']);
    expect(prints(inGo("const [ctx, cancel] = context.withCancel(context.background());\ncancel();\nconst stop = context.afterFunc(ctx, () => { console.log('at once'); });\nawait sleep(1);\nconsole.log(stop(), stop(), context.afterFunc(context.background(), () => {})());"))).toEqual(['at once', 'false false true']);
    expect(prints(inGo('context.afterFunc(context.background(), 1 as any);'))).toEqual(['error: TypeError: context.afterFunc takes a function, not 1. Write context.afterFunc(ctx, work), not context.afterFunc(ctx, work()): the second calls work first. (line 2)']);
  });

  it('CX10 what was done before cancel can be read by who sees the end', () => {
    const seen = (look: string): string => inGo(`let n = 0;\nconst [ctx, cancel] = context.withCancel(context.background());\nconst [low] = context.withCancel(ctx);\ngo(async () => { n = 1; cancel(); });\n${look}`);
    for (const look of ['await low.done().receive(); console.log(n);', 'if (low.err()) console.log(n);', 'if (context.cause(low)) console.log(n);']) expect(explore(seen(look)).races).toEqual([]);
    expect(explore(seen('if (!low.err()) console.log(n);')).races).not.toEqual([]);
  });

  it('CX11 those that only look make no orders, nor do cancels of different branches', () => {
    expect(outcomes(inGo('const [ctx] = context.withCancel(context.background());\nfor (const n of [1, 2, 3]) go(() => { const [, cancel] = context.withCancel(ctx); ctx.err(); cancel(); });\nawait sleep(1);'), { timers: 'patient' })).toEqual(['1 × ok']);
  });

  it('CX12 takes a context', () => {
    expect(prints(inGo('context.withCancel(undefined as any);'))).toEqual(['panic: cannot create context from nil parent (line 2)']);
    expect(prints(inGo('context.withCancel(context.withCancel(context.background()) as any);'))).toEqual([expect.stringContaining('is not a context of this library. withCancel and its like return a pair: const [ctx, cancel] = context.withCancel(parent).')]);
    expect(prints(inGo("context.withTimeout(context.background(), 'x' as any);"))).toEqual(["error: TypeError: context.withTimeout takes a number of milliseconds, not 'x' (line 2)"]);
  });

  it('CX13 a receive or a select on done that nobody cancels is a leak', () => {
    expect(run(inGo("const [ctx] = context.withCancel(context.background());\ngo('watch', async () => { await ctx.done().receive(); });")).leaks).toMatchObject([{ reason: 'chan receive' }]);
  });
});
