import type { ThreadPoolExecutor } from 'happens-before/threading';

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
  for (const row of rows) {
    try {
      const future = pool.submit(handle, row);
      results.push({ value: await future.result() });
    } catch (error) {
      results.push({ failed: (error as Error).message });
    }
  }
  return results;
}
