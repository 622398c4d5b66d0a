export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, string>();

  return async function get(key: string): Promise<string> {
    if (!cache.has(key)) cache.set(key, await load(key));
    return cache.get(key)!;
  };
}
