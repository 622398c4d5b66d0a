import type { Mutex } from 'happens-before/go';

export interface Line {
  readonly guests: string[];
  readonly lock: Mutex;
}

export async function next(mine: Line, others: Line[]) {
  await mine.lock.lock();
  const own = mine.guests.shift();
  if (own !== undefined) {
    mine.lock.unlock();
    return own;
  }
  for (const other of others) {
    const many = Math.ceil(other.guests.length / 2);
    const half = other.guests.splice(0, many);
    const first = half.shift();
    if (first === undefined) continue;
    mine.guests.push(...half);
    mine.lock.unlock();
    return first;
  }
  mine.lock.unlock();
  return undefined;
}
