export function lazy<T>(load: () => Promise<T>) {
  const value = load();
  return () => value;
}
