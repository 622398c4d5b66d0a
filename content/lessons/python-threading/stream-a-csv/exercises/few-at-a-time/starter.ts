import type { ThreadPoolExecutor } from
  'happens-before/threading';

export type Handle = (row: string) => Promise<number>;
export type Result = { value: number } | { failed: string };

/** Handles all rows, with at most `few` of them in memory. */
export async function handleAll(
  pool: ThreadPoolExecutor,
  rows: Iterable<string>,
  few: number,
  handle: Handle,
) {
  const results: Result[] = [];
  for await (const value of pool.map(handle, rows)) {
    results.push({ value });
  }
  return results;
}
