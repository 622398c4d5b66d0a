export function lazy<T>(load: () => Promise<T>) {
  let isLoaded = false;
  let value: T;

  return async () => {
    if (!isLoaded) {
      value = await load();
      isLoaded = true;
    }
    return value;
  };
}
