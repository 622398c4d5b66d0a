import type { context, semaphore } from 'happens-before/go';

export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  try {
    await booth.acquire(ctx);
    await talk();
    return 'called';
  } catch (error) {
    if (error === ctx.err()) return 'gave up';
    throw error;
  } finally {
    if (ctx.err() === undefined) booth.release();
  }
}
