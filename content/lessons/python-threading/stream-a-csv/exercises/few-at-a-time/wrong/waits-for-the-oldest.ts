import { type Future, type ThreadPoolExecutor } from
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
  const open: Future<number>[] = [];
  const take = async () => {
    try {
      results.push({ value: await open.shift()!.result() });
    } catch (error) {
      results.push({ failed: (error as Error).message });
    }
  };
  const it = rows[Symbol.iterator]();
  for (;;) {
    if (open.length === few) await take();
    const next = it.next();
    if (next.done) break;
    open.push(pool.submit(handle, next.value));
  }
  while (open.length > 0) await take();
  return results;
}
