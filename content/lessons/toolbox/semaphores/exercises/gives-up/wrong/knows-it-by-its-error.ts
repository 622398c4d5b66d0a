import type { context, semaphore } from 'happens-before/go';
export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  let hasPhone = false;
  try {
    await booth.acquire(ctx);
    hasPhone = true;
    await talk();
    return 'called';
  } catch (error) {
    if (error === ctx.err()) return 'gave up';
    throw error;
  } finally {
    if (hasPhone) booth.release();
  }
}
