import type { context } from 'happens-before/go';
import { atomic } from 'happens-before/go';
import { semaphore } from 'happens-before/go';

export type Ctx = context.Context;
type Answer = { status: number; text: string };
type Handle = (request: Ctx, key: string) => Promise<Answer>;

/** The same handler, for no more than `limit` at a time. */
export function limited(
  handle: Handle,
  limit: number,
  line: number,
): Handle {
  const inside = new atomic.Int64();
  const places = new semaphore.Weighted(limit);

  async function inLine(request: Ctx, key: string) {
    try {
      await places.acquire(request, 1);
    } catch {
      return { status: 499, text: '' };
    }
    try {
      return await handle(request, key);
    } finally {
      places.release(1);
    }
  }

  return async (request, key) => {
    if (inside.load() >= limit + line) {
      return { status: 503, text: 'try later' };
    }
    inside.add(1);
    try {
      return await inLine(request, key);
    } finally {
      inside.add(-1);
    }
  };
}
