export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();

  return async function get(key: string): Promise<string> {
    const kept = cache.get(key);
    if (kept !== undefined) return kept;
    cache.set(key, '');
    const value = await load(key);
    cache.set(key, value);
    return value;
  };
}
