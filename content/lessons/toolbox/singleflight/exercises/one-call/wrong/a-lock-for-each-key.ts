import { Mutex, SyncMap } from 'happens-before/go';

export function makeFlights<T>() {
  const locks = new SyncMap<string, Mutex>();

  return {
    async do(key: string, work: () => Promise<T>) {
      const [mutex] = await locks.loadOrStore(key, new Mutex());
      await mutex.lock();
      try {
        return await work();
      } finally {
        mutex.unlock();
      }
    },
  };
}
