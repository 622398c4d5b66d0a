import { Mutex } from 'happens-before/go';

export function makeFlights<T>() {
  const mutex = new Mutex();

  return {
    async do(_key: string, work: () => Promise<T>) {
      await mutex.lock();
      try {
        return await work();
      } finally {
        mutex.unlock();
      }
    },
  };
}
