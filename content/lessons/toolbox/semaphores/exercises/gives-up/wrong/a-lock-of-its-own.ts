import { Mutex, type context, type semaphore } from
  'happens-before/go';

const mu = new Mutex();

export async function call(
  booth: semaphore.Weighted,
  ctx: context.Context,
  talk: () => Promise<void>,
) {
  await mu.lock();
  try {
    if (ctx.err() !== undefined) return 'gave up';
    if (!booth.tryAcquire()) return 'gave up';
    await talk();
    booth.release();
    return 'called';
  } finally {
    mu.unlock();
  }
}
