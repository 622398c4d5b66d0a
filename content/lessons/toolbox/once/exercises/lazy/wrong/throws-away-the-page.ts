import { Mutex, onceValue } from 'happens-before/go';
export function lazy<T>(load: () => Promise<T>) {
  const mu = new Mutex();
  let current = onceValue(load);
  return async () => {
    await mu.lock();
    const mine = current;
    mu.unlock();
    try {
      return await mine();
    } catch (error) {
      await mu.lock();
      current = onceValue(load);
      mu.unlock();
      throw error;
    }
  };
}
