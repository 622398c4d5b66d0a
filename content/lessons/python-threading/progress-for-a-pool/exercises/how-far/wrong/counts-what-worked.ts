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
  const results: Result[] = items.map(() => ({ failed: '?' }));
  const futures = items.map((item) => pool.submit(load, item));
  let done = 0;
  for await (const future of asCompleted(futures)) {
    const place = futures.indexOf(future);
    try {
      results[place] = { value: await future.result() };
      done += 1;
      await onProgress(done);
    } catch (error) {
      results[place] = { failed: (error as Error).message };
    }
  }
  return results;
}
