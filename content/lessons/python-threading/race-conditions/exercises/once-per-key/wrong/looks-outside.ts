import { Lock } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();
  const lock = new Lock();

  return async function get(key: string): Promise<string> {
    if (!cache.has(key)) {
      await lock.with(async () => {
        cache.set(key, await load(key));
      });
    }
    return cache.get(key)!;
  };
}
