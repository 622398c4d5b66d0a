import type { Mutex } from 'happens-before/go';

export interface Line {
  readonly guests: string[];
  readonly lock: Mutex;
}

/** The next guest for `mine`: of its own line, or another. */
export async function next(mine: Line, others: Line[]) {
  const own = mine.guests.shift();
  if (own !== undefined) return own;
  for (const other of others) {
    const many = Math.ceil(other.guests.length / 2);
    if (many === 0) continue;
    const half = other.guests.slice(0, many);
    other.guests.splice(0, many);
    const first = half.shift();
    mine.guests.push(...half);
    return first;
  }
  return undefined;
}
