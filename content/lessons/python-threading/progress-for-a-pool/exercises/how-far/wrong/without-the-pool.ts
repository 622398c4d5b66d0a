import type { ThreadPoolExecutor } from 'happens-before/threading';

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
  for (const item of items) {
    try {
      results.push({ value: await load(item) });
    } catch (error) {
      results.push({ failed: (error as Error).message });
    }
    await onProgress(results.length);
  }
  return results;
}
