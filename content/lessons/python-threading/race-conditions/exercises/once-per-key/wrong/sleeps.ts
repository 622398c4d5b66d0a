import { sleep } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();

  return async function get(key: string): Promise<string> {
    if (!cache.has(key)) {
      await sleep(0.1);
      if (!cache.has(key)) cache.set(key, await load(key));
    }
    return cache.get(key)!;
  };
}
