import { Mutex } from 'happens-before/go';
export function makeFlights<T>() {
  const flights = new Map<string, Promise<T>>();
  const mutex = new Mutex();
  return {
    async do(key: string, work: () => Promise<T>) {
      await mutex.lock();
      let flight = flights.get(key);
      if (!flight) {
        flight = work();
        flights.set(key, flight);
      }
      mutex.unlock();
      try {
        return await flight;
      } finally {
        await mutex.lock();
        flights.delete(key);
        mutex.unlock();
      }
    },
  };
}
