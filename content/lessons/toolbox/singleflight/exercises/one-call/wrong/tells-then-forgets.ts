import { Mutex, WaitGroup } from 'happens-before/go';

interface Flight<T> {
  ended: WaitGroup;
  value?: T;
  failed?: { error: unknown };
}

/** Calls for one key that come together become one. */
export function makeFlights<T>() {
  const flights = new Map<string, Flight<T>>();
  const mutex = new Mutex();

  async function fly(
    key: string,
    flight: Flight<T>,
    work: () => Promise<T>,
  ) {
    try {
      flight.value = await work();
    } catch (error) {
      flight.failed = { error };
    }
    flight.ended.done();
    await mutex.lock();
    flights.delete(key);
    mutex.unlock();
  }

  return {
    async do(key: string, work: () => Promise<T>) {
      await mutex.lock();
      let flight = flights.get(key);
      if (flight) {
        mutex.unlock();
        await flight.ended.wait();
      } else {
        flight = { ended: new WaitGroup() };
        flight.ended.add(1);
        flights.set(key, flight);
        mutex.unlock();
        await fly(key, flight, work);
      }
      if (flight.failed) throw flight.failed.error;
      return flight.value as T;
    },
  };
}
