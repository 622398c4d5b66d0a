export type Load = (key: string) => Promise<string>;

/** A `get` that loads each key once and keeps the value. */
export function makeCache(load: Load) {
  const cache = new Map<string, string>();

  return async function get(key: string): Promise<string> {
    const value = await load(key);
    cache.set(key, value);
    return value;
  };
}
