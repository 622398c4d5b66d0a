import { type ThreadPoolExecutor } from
  'happens-before/threading';

export type Handle = (row: string) => Promise<number>;
export type Result = { value: number } | { failed: string };

export async function handleAll(
  pool: ThreadPoolExecutor,
  rows: Iterable<string>,
  few: number,
  handle: Handle,
) {
  const results: Result[] = [];
  const it = rows[Symbol.iterator]();
  for (;;) {
    const batch = [];
    while (batch.length < few) {
      const next = it.next();
      if (next.done) break;
      batch.push(pool.submit(handle, next.value));
    }
    if (batch.length === 0) break;
    for (const f of batch) {
      try {
        results.push({ value: await f.result() });
      } catch (error) {
        results.push({ failed: (error as Error).message });
      }
    }
  }
  return results;
}
