import { type context, semaphore } from 'happens-before/go';

export type Ctx = context.Context;
type Answer = { status: number; text: string };
type Handle = (request: Ctx, key: string) => Promise<Answer>;

/** The same handler, for no more than `limit` at a time. */
export function limited(
  handle: Handle,
  limit: number,
  line: number,
): Handle {
  const places = new semaphore.Weighted(limit);
  return async (request, key) => {
    try {
      await places.acquire(request, 1);
      return await handle(request, key);
    } finally {
      places.release(1);
    }
  };
}
