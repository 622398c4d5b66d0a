import type { context, semaphore } from 'happens-before/go';

export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  let got = false;
  try {
    await booth.acquire(ctx);
    got = true;
    await talk();
    return 'called';
  } catch (error) {
    if (got) throw error;
    return 'gave up';
  } finally {
    booth.release();
  }
}
