import type { context, semaphore } from 'happens-before/go';

export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  try {
    await booth.acquire(ctx);
  } catch {
    return 'gave up';
  }
  await talk();
  booth.release();
  return 'called';
}
