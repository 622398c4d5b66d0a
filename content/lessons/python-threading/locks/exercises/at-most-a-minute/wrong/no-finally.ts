import type { Lock } from 'happens-before/threading';

export type Outcome<T> =
  | { done: true; value: T }
  | { done: false };

/** Runs `body` with the lock, if it is to be had in time. */
export async function within<T>(
  lock: Lock,
  seconds: number,
  body: () => Promise<T>,
): Promise<Outcome<T>> {
  if (!(await lock.acquire(true, seconds))) {
    return { done: false };
  }
  const value = await body();
  lock.release();
  return { done: true, value };
}
