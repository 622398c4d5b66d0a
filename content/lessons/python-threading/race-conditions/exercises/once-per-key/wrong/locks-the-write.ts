import { Lock } from 'happens-before/threading';

export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();
  const lock = new Lock();

  return async function get(key: string): Promise<string> {
    const kept = cache.get(key);
    if (kept !== undefined) return kept;
    const value = await load(key);
    await lock.with(() => cache.set(key, value));
    return value;
  };
}
