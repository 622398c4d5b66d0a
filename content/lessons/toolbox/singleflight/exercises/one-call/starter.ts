import { Mutex } from 'happens-before/go';

/** Calls for one key that come together become one. */
export function makeFlights<T>() {
  const pages = new Map<string, T>();
  const mutex = new Mutex();

  return {
    async do(key: string, work: () => Promise<T>) {
      await mutex.lock();
      const known = pages.get(key);
      mutex.unlock();
      if (known) return known;
      const page = await work();
      await mutex.lock();
      pages.set(key, page);
      mutex.unlock();
      return page;
    },
  };
}
