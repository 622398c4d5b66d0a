import type { ThreadPoolExecutor } from
  'happens-before/threading';

export type Load = (item: string) => Promise<number>;
export type Result = { value: number } | { failed: string };

/** Loads all items, and says how far it is. */
export async function loadAll(
  pool: ThreadPoolExecutor,
  items: string[],
  load: Load,
  onProgress: (done: number) => Promise<void>,
) {
  const results: Result[] = [];
  let done = 0;
  for await (const value of pool.map(load, items)) {
    results.push({ value });
    done += 1;
    await onProgress(done);
  }
  return results;
}
