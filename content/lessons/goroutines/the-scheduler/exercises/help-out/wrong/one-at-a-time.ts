import type { Mutex } from 'happens-before/go';

export interface Line {
  readonly guests: string[];
  readonly lock: Mutex;
}

export async function next(mine: Line, others: Line[]) {
  await mine.lock.lock();
  const own = mine.guests.shift();
  mine.lock.unlock();
  if (own !== undefined) return own;
  for (const other of others) {
    await other.lock.lock();
    const first = other.guests.shift();
    other.lock.unlock();
    if (first !== undefined) return first;
  }
  return undefined;
}
