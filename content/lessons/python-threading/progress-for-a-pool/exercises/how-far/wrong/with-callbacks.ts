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
  let done = 0;
  const futures = items.map((item) => pool.submit(load, item));
  for (const future of futures) {
    future.addDoneCallback(async () => {
      done += 1;
      await onProgress(done);
    });
  }
  for (const future of futures) {
    try {
      results.push({ value: await future.result() });
    } catch (error) {
      results.push({ failed: (error as Error).message });
    }
  }
  return results;
}
