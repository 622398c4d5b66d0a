import type {
  ThreadPoolExecutor} from 'happens-before/threading';
import {
  Semaphore
} from 'happens-before/threading';

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
  const room = new Semaphore(few);
  const task = async (row: string) => {
    try {
      results.push({ value: await handle(row) });
    } catch (error) {
      results.push({ failed: (error as Error).message });
    } finally {
      room.release();
    }
  };
  const futures = [];
  await room.acquire();
  for (const row of rows) {
    futures.push(pool.submit(task, row));
    await room.acquire();
  }
  for (const future of futures) await future.result();
  return results;
}
