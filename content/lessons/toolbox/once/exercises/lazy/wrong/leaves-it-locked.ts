import { Mutex } from 'happens-before/go';

export function lazy<T>(load: () => Promise<T>) {
  const mu = new Mutex();
  let isLoaded = false;
  let value: T;

  return async () => {
    await mu.lock();
    if (!isLoaded) {
      value = await load();
      isLoaded = true;
    }
    mu.unlock();
    return value;
  };
}
