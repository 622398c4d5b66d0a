import { Mutex } from 'happens-before/go';

/** A function that loads once, and keeps what it got. */
export function lazy<T>(load: () => Promise<T>) {
  const mu = new Mutex();
  let isLoaded = false;
  let value: T;

  return async () => {
    await mu.lock();
    try {
      if (!isLoaded) {
        value = await load();
        isLoaded = true;
      }
      return value;
    } finally {
      mu.unlock();
    }
  };
}
