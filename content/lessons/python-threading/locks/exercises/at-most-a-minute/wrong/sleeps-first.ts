import { type Lock, sleep } from 'happens-before/threading';

export type Outcome<T> =
  | { done: true; value: T }
  | { done: false };

/** Runs `body` with the lock, if it is to be had in time. */
export async function within<T>(
  lock: Lock,
  seconds: number,
  body: () => Promise<T>,
): Promise<Outcome<T>> {
  await sleep(seconds);
  if (!(await lock.acquire(false))) {
    return { done: false };
  }
  try {
    return { done: true, value: await body() };
  } finally {
    lock.release();
  }
}
