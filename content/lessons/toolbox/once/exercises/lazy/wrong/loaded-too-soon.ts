import { Mutex } from 'happens-before/go';

export function lazy<T>(load: () => Promise<T>) {
  const mu = new Mutex();
  let isLoaded = false;
  let value: T;

  return async () => {
    await mu.lock();
    try {
      if (!isLoaded) {
        isLoaded = true;
        value = await load();
      }
      return value;
    } finally {
      mu.unlock();
    }
  };
}
