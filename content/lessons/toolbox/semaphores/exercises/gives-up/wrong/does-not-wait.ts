import type { context, semaphore } from 'happens-before/go';

export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  if (!booth.tryAcquire()) return 'gave up';
  try {
    await talk();
    return 'called';
  } finally {
    booth.release();
  }
}
