export type Load = (key: string) => Promise<string>;

export function makeCache(load: Load) {
  const cache = new Map<string, Promise<string>>();

  return async function get(key: string): Promise<string> {
    if (!cache.has(key)) cache.set(key, load(key));
    return await cache.get(key)!;
  };
}
