/** Whether two results are the same data: structure and values, not identity. NaN is itself; 0 and −0 are equal. */
export function isSame(a: unknown, b: unknown, depth = 20): boolean {
  if (a === b || (a !== a && b !== b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i], depth - 1));
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key), depth - 1));
  if (a instanceof Set || b instanceof Set) return a instanceof Set && b instanceof Set && a.size === b.size && [...a].every((value) => b.has(value));
  if (a instanceof Date || b instanceof Date) return a instanceof Date && b instanceof Date && isSame(a.getTime(), b.getTime());
  if (a instanceof Error || b instanceof Error) return a instanceof Error && b instanceof Error && a.name === b.name && a.message === b.message;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth - 1));
}
