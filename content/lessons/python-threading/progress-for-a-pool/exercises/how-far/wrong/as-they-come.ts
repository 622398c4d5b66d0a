import type { ThreadPoolExecutor } from 'happens-before/threading';
import { asCompleted } from 'happens-before/threading';

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
  const futures = items.map((item) => pool.submit(load, item));
  for await (const future of asCompleted(futures)) {
    try {
      results.push({ value: await future.result() });
    } catch (error) {
      results.push({ failed: (error as Error).message });
    }
    await onProgress(results.length);
  }
  return results;
}
