export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();

  return async function get(key: string): Promise<string> {
    if (cache.has(key)) return cache.get(key)!;
    const value = await load(key);
    if (!cache.has(key)) cache.set(key, value);
    return cache.get(key)!;
  };
}
