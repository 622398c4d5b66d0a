import type { context, semaphore } from 'happens-before/go';

/** Waits for a phone, talks, and says how it went. */
export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  try {
    await booth.acquire(ctx);
    await talk();
    return 'called';
  } catch {
    return 'gave up';
  } finally {
    booth.release();
  }
}
