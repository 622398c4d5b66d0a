import { Lock } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();

  return async function get(key: string): Promise<string> {
    const lock = new Lock();
    return await lock.with(async () => {
      if (!cache.has(key)) cache.set(key, await load(key));
      return cache.get(key)!;
    });
  };
}
