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
  const room = new Semaphore(few);
  const task = async (row: string): Promise<Result> => {
    try {
      return { value: await handle(row) };
    } catch (error) {
      return { failed: (error as Error).message };
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
  const results: Result[] = [];
  for (const future of futures) {
    results.push(await future.result());
  }
  return results;
}
