import { Lock } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();
  const lock = new Lock();

  return async function get(key: string): Promise<string> {
    await lock.acquire();
    let value = cache.get(key);
    if (value === undefined) {
      value = await load(key);
      cache.set(key, value);
    }
    lock.release();
    return value;
  };
}
