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
  const [outer, end] = context.withCancelCause(server);
  const slow = new Error('too slow');
  const [ctx, stop] = context.withTimeoutCause(
    outer,
    100,
    slow,
  );

  go('ear', async () => {
    await select(
      gone.onReceive(() => end(new Error('client gone'))),
      ctx.done().onReceive(),
    );
  });

  try {
    const page = await Promise.race([work(ctx), ctx.done().receive().then(() => { throw context.cause(ctx); })]) as string;
    end(new Error('finished'));
    return page;
  } catch (error) {
    end(error);
    throw context.cause(ctx);
  } finally {
    stop();
  }
}
