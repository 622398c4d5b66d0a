export function start<T>(work: () => Promise<T>) {
  const result = work();
  return () => result;
}
