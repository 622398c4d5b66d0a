import { Mutex } from 'happens-before/go';
export function lazy<T>(load: () => Promise<T>) {
  const mu = new Mutex();
  let tries = 0;
  let box: { value: T } | undefined;
  let failure: unknown;
  return async () => {
    await mu.lock();
    try {
      if (box) return box.value;
      if (tries === 2) throw failure;
      tries++;
      box = { value: await load() };
      return box.value;
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      mu.unlock();
    }
  };
}
