import { chan, context, go, select } from 'happens-before/go';

type Work = (ctx: context.Context) => Promise<string>;

export async function within(ms: number, work: Work) {
  const [ctx, cancel] = context.withTimeout(
    context.background(),
    ms,
  );
  const results = chan<string>();
  const errors = chan<unknown>();
  go('work', async () => {
    let result: string;
    try {
      result = await work(ctx);
    } catch (error) {
      await errors.send(error);
      return;
    }
    await results.send(result);
  });
  try {
    return await select(
      results.onReceive((result) => result!),
      errors.onReceive((error) => {
        throw error;
      }),
      ctx.done().onReceive(() => {
        throw new Error('too late');
      }),
    );
  } finally {
    cancel();
  }
}
