import { context } from 'happens-before/go';

type Work = (ctx: context.Context) => Promise<string>;

export async function within(ms: number, work: Work) {
  const [ctx, cancel] = context.withTimeout(
    context.background(),
    ms,
  );
  try {
    const result = await work(ctx);
    if (ctx.err()) throw new Error('too late');
    return result;
  } finally {
    cancel();
  }
}
