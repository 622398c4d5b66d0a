/**
 * cockroach_18101 · Chan+ctx
 * Restoring a backup takes ready spans from a channel and leaves when it is cancelled. The goroutine that splits spans does not look
 * at the context and sends on, until the channel is full.
 * @expects leak chan send
 * @oracle flaky
 * @rate 100
 */
import { chan, close, context, go, type Chan } from 'happens-before/go';

const BUFFERED = 2;

async function splitAndScatter(_ctx: context.Context, ready: Chan<string>) {
  for (let span = 1; span <= BUFFERED + 2; span++) await ready.send(`span ${span}`);
}

async function restore(ctx: context.Context) {
  const ready = chan<string>(BUFFERED);
  go('splitter', async () => {
    await splitAndScatter(ctx, ready);
    close(ready);
  });
  for await (const _span of ready) {
    await ctx.done().receive(); // stands for an import that takes until then
    return;
  }
}

const [ctx, cancel] = context.withCancel(context.background());
go(restore, ctx);
go('canceller', cancel);
