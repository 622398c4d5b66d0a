import { Lock } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();
  const lock = new Lock();

  return async function get(key: string): Promise<string> {
    return await lock.with(async () => {
      const kept = cache.get(key);
      if (kept) return kept;
      const value = await load(key);
      cache.set(key, value);
      return value;
    });
  };
}
