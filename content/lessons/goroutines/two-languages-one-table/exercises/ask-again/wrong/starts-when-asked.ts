export function submit<T>(work: () => Promise<T>) {
  let value: Promise<T> | undefined;
  return {
    async result(): Promise<T> {
      value ??= work();
      return await value;
    },
  };
}
