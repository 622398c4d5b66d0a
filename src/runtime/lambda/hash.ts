/** A number that spreads keys over shards, lanes and buckets (FNV-1a). */
export function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193) >>> 0;
  // The low bits of short keys are much alike.
  return (value ^ (value >>> 16)) >>> 0;
}
