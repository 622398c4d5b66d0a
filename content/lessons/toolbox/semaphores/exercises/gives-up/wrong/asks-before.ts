import type { context, semaphore } from 'happens-before/go';

export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  if (ctx.err() !== undefined) return 'gave up';
  await booth.acquire(ctx);
  try {
    await talk();
    return 'called';
  } finally {
    booth.release();
  }
}
