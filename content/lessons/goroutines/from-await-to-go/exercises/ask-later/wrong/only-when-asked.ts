export function start<T>(work: () => Promise<T>) {
  let result: Promise<T> | undefined;
  return async () => {
    result ??= work();
    return await result;
  };
}
