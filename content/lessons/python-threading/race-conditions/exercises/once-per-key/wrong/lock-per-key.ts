import { Lock } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();
  const locks = new Map<string, Lock>();

  return async function get(key: string): Promise<string> {
    if (!locks.has(key)) locks.set(key, new Lock());
    return await locks.get(key)!.with(async () => {
      if (!cache.has(key)) cache.set(key, await load(key));
      return cache.get(key)!;
    });
  };
}
