import { Mutex } from 'happens-before/go';

export function lazy<T>(load: () => Promise<T>) {
  const mu = new Mutex();
  let value: T | undefined;

  return async () => {
    await mu.lock();
    try {
      value ??= await load();
      return value;
    } finally {
      mu.unlock();
    }
  };
}
