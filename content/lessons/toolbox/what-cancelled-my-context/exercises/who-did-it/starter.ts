import {
  context,
  go,
  select,
  type Chan,
} from 'happens-before/go';

type Work = (ctx: context.Context) => Promise<string>;

/** The page, or the reason why there is none. */
export async function serve(
  server: context.Context,
  gone: Chan<void>,
  work: Work,
) {
  const [ctx, cancel] = context.withTimeout(server, 100);

  go('ear', async () => {
    const hear = gone.onReceive(() => cancel());
    await select(hear, ctx.done().onReceive());
  });

  try {
    return await work(ctx);
  } catch {
    throw ctx.err();
  } finally {
    cancel();
  }
}
