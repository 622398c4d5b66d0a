import type { Mutex } from 'happens-before/go';

export interface Line {
  readonly guests: string[];
  readonly lock: Mutex;
}

export async function next(mine: Line, others: Line[]) {
  if (mine.guests.length > 0) {
    await mine.lock.lock();
    const own = mine.guests.shift();
    mine.lock.unlock();
    if (own !== undefined) return own;
  }
  for (const other of others) {
    await other.lock.lock();
    const many = Math.ceil(other.guests.length / 2);
    const half = other.guests.splice(0, many);
    other.lock.unlock();
    const first = half.shift();
    if (first === undefined) continue;
    await mine.lock.lock();
    mine.guests.push(...half);
    mine.lock.unlock();
    return first;
  }
  return undefined;
}
